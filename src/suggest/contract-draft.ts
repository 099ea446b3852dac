import { pinyin } from 'pinyin-pro'
import type { Places } from '../codes/places.ts'
import type { Column, ColumnType } from '../contracts/contract.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Lang } from '../text/local-text.ts'
import { measureFit } from './draft-columns.ts'

/** Types that are tried on the cells of a column, the narrowest first; text fits all. */
const TYPES: readonly ColumnType[] = [
  { kind: 'permit-number' },
  { kind: 'credit-code' },
  { kind: 'datetime' },
  { kind: 'date' },
  { kind: 'month' },
  { kind: 'year' },
  { kind: 'place' },
  { kind: 'yes-no' },
  { kind: 'integer' },
  { kind: 'percent', as: 'percent' },
  { kind: 'number' },
]
const TYPE_FITS_MIN = 0.95

/**
 * A draft of a contract for a file that answers to no dataset. Every column begins as `personal`, so that nothing of it
 * can be published before a person has decided.
 */
export function buildContractDraft(
  sheet: Sheet,
  file: string,
  { places, lang, id: given }: { places: Places; lang: Lang; id?: string },
): string {
  const ids = new Set<string>()
  const columns = sheet.headers.flatMap((header, index) => {
    if (header.trim() === '') return []
    const id = unusedId(header, ids)
    const type = typeOf(sheet, index, places)
    const blank = sheet.rows.some(({ cells }) => (cells[index] ?? '').trim() === '')
    const more = blank ? ', optional: true' : ''
    const names = `names: { zh: ${quote(header)}, en: ${quote(id)} }`
    return [`    ${id}: { type: ${buildTypeText(type)}, ${names}, privacy: 'personal'${more} },`]
  })
  const [id = 'dataset'] = [...ids]
  return `${[
    `// ${WORDS[lang].head.replace('{file}', file)}`,
    `// ${WORDS[lang].todo}`,
    "import type { Contract } from 'mingge/contract'",
    '',
    'export default {',
    `  id: ${quote(given ?? `new-${id.replaceAll('_', '-')}`)},`,
    `  title: { zh: ${quote(sheet.preamble?.[0] ?? sheet.sheet ?? file)}, en: ${quote(file)} },`,
    `  description: { zh: ${quote(WORDS.zh.describe)}, en: ${quote(WORDS.en.describe)} },`,
    "  class: 'S',",
    "  frequency: 'month',",
    `  keeper: { zh: ${quote(WORDS.zh.keeper)}, en: ${quote(WORDS.en.keeper)} },`,
    "  topic: 'cases',",
    '  columns: {',
    ...columns,
    '  },',
    '  key: [],',
    '  tables: {},',
    '} satisfies Contract',
  ].join('\n')}\n`
}

const WORDS: Record<Lang, { head: string; todo: string; describe: string; keeper: string }> = {
  zh: {
    head: '{file} 不属于任何数据集；以下是新数据约定的草稿，核对后存入 contracts/。',
    todo: '逐项核对：编号、英文名、类别（O物、P人、S敏感）、频次、主键、每列的类型与privacy（一律先作personal，不会公开）、要发布的表。',
    describe: '一行是什么、由谁记录、不含什么。',
    keeper: '主管部门',
  },
  en: {
    head: '{file} is of no dataset; this is a draft of a new contract. Save it in contracts/ when it is right.',
    todo: 'Check all of it: id, English names, class (O things, P persons, S sensitive), frequency, key, type and privacy of each column (all personal at first, so nothing gets out), and the tables to publish.',
    describe: 'What a row is, who keeps it, what it leaves out.',
    keeper: 'Department',
  },
}

function typeOf(sheet: Sheet, index: number, places: Places): ColumnType {
  const isFilled = sheet.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')
  const fits = (type: ColumnType) => measureFit(columnOf(type), sheet, index, places) >= TYPE_FITS_MIN
  return (isFilled ? TYPES.find(fits) : undefined) ?? { kind: 'text' }
}

function columnOf(type: ColumnType): Column {
  return { type, names: { zh: '列', en: 'column' }, privacy: 'personal' }
}

function buildTypeText(type: ColumnType): string {
  return type.kind === 'percent' ? `{ kind: 'percent', as: '${type.as}' }` : `{ kind: '${type.kind}' }`
}

/** `办结时间` → `banjie_shijian`; a number is added where it is taken. Mutates the ids. */
function unusedId(header: string, ids: Set<string>): string {
  const plain = pinyin(header, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('_')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const base = plain === '' ? 'column' : plain
  let id = base
  for (let n = 2; ids.has(id); n += 1) id = `${base}_${n}`
  ids.add(id)
  return id
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(/\s+/g, ' ')}'`
}
