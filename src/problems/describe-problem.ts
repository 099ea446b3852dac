import type { Lang, LocalText } from '../text/local-text.ts'
import { isAccepted, isUnaccepted } from './acceptance.ts'
import type { Entry } from './catalogue/entry.ts'
import type { RuleId } from './catalogue.ts'
import { CATALOGUE } from './catalogue.ts'
import { tableRowOf } from './location.ts'
import type { Problem } from './problem.ts'

/** The words of a problem, filled. A rule that the catalogue does not have is an error of ours. */
export function describeProblem(problem: Problem): { message: LocalText; remedy: LocalText } {
  const entry = findEntry(problem.rule)
  const accepted = acceptanceOf(problem)
  const message = { zh: fill(entry.message.zh, problem, 'zh'), en: fill(entry.message.en, problem, 'en') }
  if (accepted) {
    return { message: { zh: `${message.zh}（已核准）`, en: `${message.en} (accepted)` }, remedy: accepted }
  }
  const isOpen = isUnaccepted(problem)
  return {
    message: isOpen ? { zh: `${message.zh}（须核准）`, en: `${message.en} (must be accepted)` } : message,
    remedy: {
      zh: fill(entry.remedy.zh, problem, 'zh'),
      en: fill(adaptToLines(entry.remedy.en, problem), problem, 'en'),
    },
  }
}

/** What a rule is about, without the file and cells of a single problem: of many, only kind and count are given. */
export function kindOf(rule: string): LocalText {
  const { message } = findEntry(rule)
  return { zh: describeKindIn(message.zh, KIND.zh), en: describeKindIn(message.en, KIND.en) }
}

/** Placeholders for the parts of a message that only a single problem can fill. */
const KIND: Record<Lang, { column: string; count: string; period: string }> = {
  zh: { column: '某列', count: '若干', period: '某期' },
  en: { column: 'a column', count: 'several', period: 'a period' },
}

function describeKindIn(text: string, { column, count, period }: (typeof KIND)[Lang]): string {
  const kind = text
    .replace(/（[^（）]*\{\w+\}[^（）]*）| ?\([^()]*\{\w+\}[^()]*\)/g, '')
    .replace(/^\{\w+\}[：:] ?/, '')
    .replaceAll('“{columnName}”', column)
    .replaceAll('{count}', count)
    .replaceAll('{period}', period)
    .replace(/\{\w+\}/g, '…')
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`
}

/** True for a note of how a cell was read; an accepted finding is a note or a warning too, and repairs nothing. */
export function isRepair(problem: Problem): boolean {
  return problem.level === 'note' && acceptanceOf(problem) === null
}

/** True where the text already states what is expected, so that it need not be repeated beside it. */
export function mentionsExpected({ rule }: Problem): boolean {
  return isRule(rule) && /\{expected\}/.test(CATALOGUE[rule].remedy.zh + CATALOGUE[rule].message.zh)
}

/** What is said instead of a remedy where a person has accepted the finding: of which row, why, and until when. */
function acceptanceOf(problem: Problem): LocalText | null {
  const { rule, params } = problem
  const { reason, until } = params
  if (!isAccepted(problem) || !isRule(rule)) return null
  const entry: Entry = CATALOGUE[rule]
  if (entry.acceptable === undefined) return null
  const [zh, en] = [tableRowOf(problem, 'zh'), tableRowOf(problem, 'en')]
  return {
    zh: `${zh === '' ? '' : `${zh}。`}核准原因：${reason}。有效至${until}。`,
    en: `${en === '' ? '' : `${en}. `}Reason: ${reason}. Accepted until ${until}.`,
  }
}

function findEntry(rule: string): Entry {
  if (!isRule(rule)) throw new Error(`unknown rule: ${rule}`)
  return CATALOGUE[rule]
}

/** A rule as the catalogue defines it: its level, and whether it can or must be listed as an exception. */
export function natureOf(rule: RuleId): { level: Entry['level']; acceptable: Entry['acceptable'] | false } {
  const { level, acceptable }: Entry = CATALOGUE[rule]
  return { level, acceptable: acceptable ?? false }
}

export function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(CATALOGUE, rule)
}

/** A row of a delimited text is a line, in the remedy as in the place above it. */
function adaptToLines(text: string, { sheet }: Problem): string {
  return sheet === null ? text.replaceAll('row {row}', 'line {row}') : text
}

function fill(text: string, problem: Problem, lang: Lang): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.params[name] ?? placeholderOf(problem, name)
    if (value === undefined) return whole
    if (value === null) return EMPTY[lang]
    return typeof value === 'object' ? value[lang] : String(value)
  })
}

const EMPTY: LocalText = { zh: '无', en: 'none' }

function placeholderOf(problem: Problem, name: string): string | number | null | undefined {
  switch (name) {
    case 'file':
    case 'sheet':
    case 'row':
    case 'column':
    case 'columnName':
    case 'found':
    case 'expected':
      return problem[name]
    default:
      return undefined
  }
}
