import { toDayNumber } from '../calendar/days.ts'
import { maskPersonal } from '../personal/mask-personal.ts'
import { mustBeAccepted } from '../problems/acceptance.ts'
import type { Entry } from '../problems/catalogue/entry.ts'
import { CATALOGUE } from '../problems/catalogue.ts'
import { createProblem } from '../problems/create-problem.ts'
import { isRule } from '../problems/describe-problem.ts'
import type { Level, Problem } from '../problems/problem.ts'
import { read } from '../read/index.ts'

/** The file in a portal's folder in which a person lists, as exceptions, what no program can decide. */
export const EXCEPTIONS_FILE = 'exceptions.csv'

/** One finding, or the findings of one rule in one file or period, accepted with a reason until a day. */
export interface Exception {
  rule: string
  dataset: string
  /** A path below the data folder or a period; empty for all. */
  where: string
  /** A place, or the whole key of a row; empty for all. */
  key: string
  reason: string
  /** Last day on which it holds, `YYYY-MM-DD`. */
  until: string
  /** Who answers for it; asked for only where personal data might get out. */
  owner: string
  row: number
}

/** The lines of a file that may be used, and what is wrong with the others. */
export interface Accepted {
  exceptions: Exception[]
  problems: Problem[]
}

export const NOTHING_ACCEPTED: Accepted = { exceptions: [], problems: [] }

/** Each heading may have either name; those with two names may be left out, and so may the owner. */
const HEADINGS = [
  ['rule'],
  ['dataset'],
  ['file', 'period'],
  ['place', 'key'],
  ['reason'],
  ['until'],
  ['owner', '责任人'],
] as const

/** The bytes of `exceptions.csv` → its lines, and what is wrong with them. */
export function readExceptions(bytes: Uint8Array): Accepted {
  const { sheets, problems } = read(bytes, EXCEPTIONS_FILE, { skipRows: 0, delimiter: ',' })
  const [sheet] = sheets
  if (!sheet || problems.some((problem) => problem.level === 'error')) return { exceptions: [], problems }
  const at = HEADINGS.map((names) => sheet.headers.findIndex((header) => names.some((name) => name === header.trim())))
  const missing = HEADINGS.filter((names, index) => at[index] === -1 && names.length === 1)
  if (missing.length > 0) {
    const more = { found: sheet.headers.join(), expected: HEADINGS.map((names) => names.join('/')).join() }
    return { exceptions: [], problems: [createProblem('exceptions-header', { file: EXCEPTIONS_FILE, row: 1 }, more)] }
  }
  const exceptions = sheet.rows.map(({ row, cells }) => {
    const [rule = '', dataset = '', where = '', key = '', reason = '', until = '', owner = ''] = at.map((index) =>
      (cells[index] ?? '').trim(),
    )
    return { rule, dataset, where, key, reason, until, owner, row }
  })
  // A line with a fault accepts nothing, and is not called unused as well.
  return {
    exceptions: exceptions.filter((exception) => findExceptionProblems(exception).length === 0),
    problems: exceptions.flatMap(findExceptionProblems),
  }
}

/** A rule that leaves no choice cannot have an exception, and no exception is without a reason and an end. */
function findExceptionProblems(exception: Exception): Problem[] {
  const { rule, key, reason, until, owner, row } = exception
  const at = { file: EXCEPTIONS_FILE, row }
  const problems: Problem[] = []
  if (!isAcceptable(rule)) {
    const expected = Object.keys(CATALOGUE).filter(isAcceptable).join(' | ')
    problems.push(createProblem('exception-rule', { ...at, columnName: 'rule' }, { found: rule, expected }))
  }
  if (reason === '') problems.push(createProblem('exception-field', { ...at, columnName: 'reason' }, { found: reason }))
  if (rule === 'personal-data') problems.push(...findCellProblems(exception))
  if (OF_TEXTS.has(rule) && !HASH.test(key)) {
    problems.push(
      createProblem('exception-field', { ...at, columnName: 'key' }, { found: maskPersonal(key), expected: '1a2b3c' }),
    )
  }
  if (OF_PERSONS.has(rule) && owner === '')
    problems.push(createProblem('exception-field', { ...at, columnName: 'owner' }, { found: owner }))
  if (toDayNumber(until) === null) {
    problems.push(
      createProblem('exception-field', { ...at, columnName: 'until' }, { found: until, expected: 'YYYY-MM-DD' }),
    )
  }
  return problems
}

/** Rules that guard persons: somebody answers for each exception from them. */
const OF_PERSONS: ReadonlySet<string> = new Set(['content-personal', 'portal-personal', 'personal-data'])
/** Those whose exceptions name a text by its hash. */
const OF_TEXTS: ReadonlySet<string> = new Set(['content-personal', 'portal-personal'])

/** Rules of words, which the line never applies: their exceptions are matched where words are checked. */
const OF_WORDS: ReadonlySet<string> = new Set(['content-personal'])

/** Personal data of raw files is accepted cell by cell: by its file, and by row, column and hash as the message prints them. */
function findCellProblems({ where, key, row }: Exception): Problem[] {
  const report = (columnName: string, found: string, expected: string) =>
    createProblem('exception-field', { file: EXCEPTIONS_FILE, row, columnName }, { found, expected })
  return [
    ...(where === '' ? [report('period', where, 'raw/…/2026-10.csv')] : []),
    ...(CELL_KEY.test(key) ? [] : [report('key', key, '18/5/1a2b3c')]),
  ]
}

/** Personal data in words is accepted by its hash, as the message prints it. */
const HASH = /^[0-9a-f]{6}$/
const CELL_KEY = /^\d+\/\d+\/[0-9a-f]{6}(?:\+[0-9a-f]{6})*$/

/** Keys of the cells of one file whose personal data is accepted on that day. */
export function listAcceptedCells(
  exceptions: readonly Exception[],
  { dataset, file, period, today }: { dataset: string; file: string; period: string; today: string },
): Set<string> {
  const own = exceptions.filter(
    (exception) =>
      exception.rule === 'personal-data' &&
      exception.dataset === dataset &&
      exception.until >= today &&
      (exception.where === file || exception.where === period),
  )
  return new Set(own.map(({ key }) => key))
}

/** Hashes of all data that is accepted in raw files and in words, which the site then holds. */
export function listAcceptedHashes(exceptions: readonly Exception[]): Set<string> {
  const own = exceptions.filter(({ rule }) => OF_PERSONS.has(rule))
  return new Set(own.flatMap(({ key }) => (key.split('/').at(-1) ?? '').split('+')))
}

export function isOfWords({ rule }: Exception): boolean {
  return OF_WORDS.has(rule)
}

/** True for a rule that allows exceptions. */
export function isAcceptable(rule: string): boolean {
  if (!isRule(rule)) return false
  const entry: Entry = CATALOGUE[rule]
  return entry.acceptable !== undefined
}

/**
 * Problems as they are when what was accepted is taken into account: an accepted error, and a warning that had to be
 * accepted, is a warning that states the reason; another accepted warning is a note. An exception past its end accepts
 * nothing.
 */
export function acceptProblems(
  problems: readonly Problem[],
  exceptions: readonly Exception[],
  today: string,
): { problems: Problem[]; used: ReadonlySet<Exception> } {
  const standing = exceptions.filter((exception) => exception.until >= today)
  const used = new Set<Exception>()
  const checked = problems.map((problem) => {
    const exception = standing.find((exception) => covers(exception, problem))
    if (!exception) return problem
    used.add(exception)
    const accepted = { reason: exception.reason, until: exception.until }
    const level = mustBeAccepted(problem.rule) ? 'warning' : SOFTER[problem.level]
    return { ...problem, level, params: { ...problem.params, ...accepted } }
  })
  return { problems: checked, used }
}

/** The same for all files of a portal: there an exception that nothing needs is an error too, as it would let the next slip through. */
export function applyExceptions(
  problems: readonly Problem[],
  exceptions: readonly Exception[],
  today: string,
): Problem[] {
  const { problems: checked, used } = acceptProblems(problems, exceptions, today)
  const left = exceptions.flatMap((exception) => {
    const at = { dataset: exception.dataset, file: EXCEPTIONS_FILE, row: exception.row }
    const params = { rule: exception.rule, reason: exception.reason, until: exception.until }
    if (exception.until < today) return [createProblem('exception-expired', at, { found: exception.until, params })]
    return used.has(exception) ? [] : [createProblem('exception-unused', at, { found: exception.rule, params })]
  })
  return [...checked, ...left]
}

const SOFTER: Record<Level, Level> = { error: 'warning', warning: 'note', note: 'note' }

function covers(exception: Exception, problem: Problem): boolean {
  const { rule, dataset, where, key } = exception
  if (problem.rule !== rule || (problem.dataset ?? '') !== dataset || !isAcceptable(rule)) return false
  const period = String(problem.params['period'] ?? '')
  if (where !== '' && where !== problem.file && where !== period) return false
  const own = String(problem.params['key'] ?? '')
  return key === '' || key === own || own.split(' ').includes(key)
}
