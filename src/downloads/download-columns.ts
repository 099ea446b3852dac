import type { Column, ColumnType, Contract, TableSpec } from '../contracts/contract.ts'
import { isPublishedList, listPublishedItems } from '../contracts/published-items.ts'
import { STATUSES } from '../contracts/table.ts'
import { type FileColumn, listFileColumns } from '../store/file-columns.ts'
import type { LocalText } from '../text/local-text.ts'
import { explainStatus } from '../text/status.ts'
import { describeUnit } from '../text/units.ts'
import { buildDictionary, nameKeyColumn } from '../views/dictionary.ts'

/** What the cells of a column are, whatever the format. A code is text, however many digits it has. */
export type CellKind = 'text' | 'integer' | 'decimal' | 'date'

/** A code and its names. */
interface Coded {
  code: string
  names: LocalText
}

/** A column of a download: one of the published file, or the names beside a code of it. */
export interface DownloadColumn {
  /** Heading in files for programs: `on_time_rate`. */
  id: string
  names: LocalText
  meaning: LocalText
  unit: LocalText | null
  kind: CellKind
  /** Of a decimal column. */
  decimals: number
  /** Period and dimensions: what names a row. */
  isKey: boolean
  isMeasure: boolean
  /** Codes of a place, whose list is a table of its own. */
  isPlace: boolean
  /** All values that the column may hold, with their names; null where they are open. */
  values: readonly Coded[] | null
  /** Place of the cell in a line of the published file; names stand for the code that is there. */
  index: number
  /** Set where the cell holds the name of the code, in that language. */
  nameIn: 'zh' | 'en' | null
}

/** The columns of the published file, each code followed by its names in both languages. */
export function listDownloadColumns(contract: Contract, spec: TableSpec): DownloadColumn[] {
  const meanings = new Map(buildDictionary(contract, spec).map(({ id, meaning }) => [id, meaning]))
  const stored = listFileColumns(contract, spec)
  const taken = new Set(stored.map(({ heading }) => heading))
  return stored.flatMap((column, index) => {
    const own = describeColumn(column, { contract, spec, index, meaning: meanings.get(column.heading) ?? EMPTY })
    return [own, ...listNameColumns(own, column, { names: nameKeyColumn(contract, spec, column.id), taken })]
  })
}

/** Columns of the published file alone: what a schema of its CSV describes. */
export function listStoredColumns(columns: readonly DownloadColumn[]): DownloadColumn[] {
  return columns.filter(({ nameIn }) => nameIn === null)
}

const EMPTY: LocalText = { zh: '', en: '' }
const STATUS_VALUES: readonly Coded[] = STATUSES.map((code) => ({ code, names: explainStatus(code) }))
const YES_NO: readonly Coded[] = [
  { code: 'yes', names: { zh: '是', en: 'Yes' } },
  { code: 'no', names: { zh: '否', en: 'No' } },
]

function describeColumn(
  column: FileColumn,
  { contract, spec, index, meaning }: { contract: Contract; spec: TableSpec; index: number; meaning: LocalText },
): DownloadColumn {
  const base: DownloadColumn = {
    id: column.heading,
    names: EMPTY,
    meaning,
    unit: null,
    kind: 'text',
    decimals: 0,
    isKey: column.part === 'period' || column.part === 'key',
    isMeasure: column.part === 'measure',
    isPlace: false,
    values: null,
    index,
    nameIn: null,
  }
  if (column.part === 'period') return { ...base, names: { zh: '期次', en: 'Period' } }
  if (column.part === 'status') return { ...base, names: { zh: '状态', en: 'Status' }, values: STATUS_VALUES }
  const measure = spec.measures[column.id]
  if (column.part === 'measure-status' && measure) {
    const { zh, en } = measure.names
    return { ...base, names: { zh: `${zh}：状态`, en: `${en}: status` }, values: STATUS_VALUES }
  }
  if (column.part === 'measure' && measure) {
    const decimals = measure.decimals ?? 0
    const kind = isWhole(column.id, contract, spec) ? 'integer' : 'decimal'
    return { ...base, names: measure.names, unit: describeUnit(measure.unit), kind, decimals }
  }
  const names = nameKeyColumn(contract, spec, column.id)
  if (column.part === 'name') return { ...base, names, nameIn: null }
  if (column.part === 'level') return { ...base, names: { zh: `${names.zh}级别`, en: `${names.en}, level` } }
  const own = contract.columns[column.id]
  if (!own) throw new Error(`downloads: ${contract.id} has no column ${column.id}`)
  const values = listValues(own)
  return {
    ...base,
    names: values || own.type.kind === 'place' ? { zh: `${names.zh}代码`, en: `${names.en}, code` } : names,
    unit: own.unit ? describeUnit(own.unit) : null,
    kind: own.grouping ? 'text' : (KINDS[own.type.kind] ?? 'text'),
    decimals: DECIMALS_MAX,
    isPlace: own.type.kind === 'place',
    values,
  }
}

/** The most decimals that a number of a raw column is shown with. */
const DECIMALS_MAX = 4

/** All other kinds are texts: codes, months, times of Beijing. */
const KINDS: Partial<Record<ColumnType['kind'], CellKind>> = {
  integer: 'integer',
  year: 'integer',
  number: 'decimal',
  percent: 'decimal',
  date: 'date',
}

/** Codes as tables have them, merged codes too; then those of older revisions. */
function listValues(column: Column): readonly Coded[] | null {
  if (column.type.kind === 'yes-no') return YES_NO
  if (!isPublishedList(column)) return null
  const raw = column.type.kind === 'list' && !column.grouping ? column.type.items : []
  const items = new Map([...listPublishedItems(column), ...raw].map((item) => [item.code, item]))
  return [...items.values()].map(({ code, zh, en }) => ({ code, names: { zh, en } }))
}

/** A measure that counts, or takes whole numbers only; everything else may have decimals, whatever it shows. */
function isWhole(id: string, contract: Contract, spec: TableSpec): boolean {
  const measure = spec.measures[id]
  if (!measure || (measure.decimals ?? 0) > 0) return false
  if ('count' in measure || 'cumulative' in measure) return true
  if ('sum' in measure) return contract.columns[measure.sum]?.type.kind === 'integer'
  if ('take' in measure) return contract.columns[measure.take]?.type.kind === 'integer'
  if ('plus' in measure)
    return [...measure.plus, ...(measure.minus ?? [])].every((part) => isWhole(part, contract, spec))
  return false
}

/** Names beside a code. The published file has the Chinese name of a place already. */
function listNameColumns(
  own: DownloadColumn,
  column: FileColumn,
  { names, taken }: { names: LocalText; taken: Set<string> },
): DownloadColumn[] {
  const isCode = column.part === 'key' || column.part === 'text'
  const base = { ...own, unit: null, isKey: false, isPlace: false, values: null, kind: 'text' as const }
  const build = (id: string, nameIn: 'zh' | 'en', title: LocalText): DownloadColumn => {
    const meaning = { zh: `${own.id}的名称。`, en: `Name of ${own.id}.` }
    return { ...base, id: takeFree(id, taken), names: title, meaning, nameIn }
  }
  const english = { zh: `${names.zh}（英文）`, en: `${names.en} (English)` }
  if (column.part === 'name') return [{ ...build(`${column.id}_en`, 'en', english), index: own.index - 1 }]
  if (!isCode || own.values === null) return []
  return [
    build(`${column.id}_zh`, 'zh', { zh: names.zh, en: `${names.en} (Chinese)` }),
    build(`${column.id}_en`, 'en', english),
  ]
}

/** An own column of the contract may have the name already. */
function takeFree(id: string, taken: Set<string>): string {
  let free = id
  while (taken.has(free)) free = `${free}_`
  taken.add(free)
  return free
}
