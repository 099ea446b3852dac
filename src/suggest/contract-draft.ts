import type { Column, Profile } from '../contracts/contract.ts'
import { describeProblem } from '../problems/describe-problem.ts'
import type { Lang } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import type { DraftedContract } from './draft-choices.ts'

/**
 * The module of a drafted contract, with what a person must look at as comments. Every column begins as `personal`, so that
 * nothing of it can be published before a person has decided.
 */
export function buildContractDraft({ contract, trial }: DraftedContract, file: string, lang: Lang): string {
  const { id, title, description, frequency, keeper, columns, key, profile } = contract
  return `${[
    `// ${WORDS[lang].head.replace('{file}', file)}`,
    `// ${WORDS[lang].todo}`,
    ...describeTrial(trial, lang).map((line) => `// ${line}`),
    "import type { Contract } from 'mingge/contract'",
    '',
    'export default {',
    `  id: ${quote(id)},`,
    `  title: ${literalOf(title)},`,
    `  description: ${literalOf(description)},`,
    "  class: 'S',",
    `  frequency: ${quote(frequency)},`,
    `  keeper: ${literalOf(keeper)},`,
    "  topic: 'cases',",
    '  columns: {',
    ...Object.entries(columns).map(([name, column]) => `    ${name}: ${literalOf(orderColumn(column))},`),
    '  },',
    `  key: ${literalOf(key)},`,
    '  tables: {},',
    ...(profile === undefined ? [] : ['  profile: {', ...Object.entries(profile).map(linesOfProfile), '  },']),
    '} satisfies Contract',
  ].join('\n')}\n`
}

const WORDS: Record<Lang, { head: string; todo: string }> = {
  zh: {
    head: '{file} 不属于任何数据集；以下是新数据约定的草稿，核对后存入 contracts/。',
    todo: '逐项核对：编号、英文名、类别（O物、P人、S敏感）、频次、主键、每列的类型与privacy（一律先作personal，不会公开）、要发布的表。',
  },
  en: {
    head: '{file} matches no dataset; this is a draft of a new contract. Save it in contracts/ once it is correct.',
    todo: 'Check all of it: id, English names, class (O things, P persons, S sensitive), frequency, key, type and privacy of each column (all personal at first, so that nothing is published), and the tables to publish.',
  },
}

/** Problems of a trial that are named. */
const PROBLEMS_SHOWN_MAX = 5

function describeTrial({ period, rowsRead, rowsUsed, problems }: DraftedContract['trial'], lang: Lang): string[] {
  const of = period === null ? '' : { zh: `（期次${period}）`, en: ` as ${period}` }[lang]
  const errors = { zh: `${problems.length}处错误`, en: pluralise(problems.length, 'error') }[lang]
  const tried = {
    zh: `按此草稿试读${of}：${rowsRead}行中采用${rowsUsed}行，${errors}。`,
    en: `Tried on the file${of}: ${rowsUsed} of ${pluralise(rowsRead, 'row')} used, ${errors}.`,
  }
  const left = problems.slice(0, PROBLEMS_SHOWN_MAX).map((problem) => {
    const row = problem.row === null ? '' : { zh: `第${problem.row}行 `, en: `row ${problem.row}: ` }[lang]
    return `  ${row}${describeProblem(problem).message[lang]}   ${problem.rule}`.replace(/\s*\n\s*/g, ' ')
  })
  return [tried[lang], ...left]
}

/** The keys of a column as people read them. */
function orderColumn({ type, names, headers, privacy, unit, optional }: Column): object {
  return {
    type,
    names,
    ...(headers ? { headers } : {}),
    privacy,
    ...(unit === undefined ? {} : { unit }),
    ...(optional ? { optional } : {}),
  }
}

function linesOfProfile([key, value]: [string, Profile[keyof Profile]]): string {
  return `    ${key}: ${literalOf(value)},`
}

/** A value as a literal in the style of the project: single quotes, keys bare where they may be. */
function literalOf(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{ ${entries.map(([key, part]) => `${nameOf(key)}: ${literalOf(part)}`).join(', ')} }`
}

/** Digits alone would be sorted before all other keys. */
function nameOf(key: string): string {
  return /^[a-z_]\w*$/i.test(key) ? key : quote(key)
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
}
