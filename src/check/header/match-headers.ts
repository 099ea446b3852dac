import type { Contract } from '../../contracts/contract.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import { toComparable } from '../../read/comparable.ts'
import type { Sheet } from '../../read/sheet.ts'
import { findNearest } from '../../text/nearest.ts'
import { unitOf } from './column-unit.ts'
import { collectDeclaredHeaders, type Found, lookUp, type Spelling, spellingsOf } from './spellings.ts'

/** Where the cells of one column of the contract are in a sheet. */
export interface Binding {
  id: string
  /** Index into the cells of a row. */
  index: number
  header: string
  /** Power of ten of the unit that the header prints. */
  power: number
  /** Header or profile state the unit, even if it is the column's own. */
  hasStatedUnit: boolean
}

/** How the columns of a sheet answer to those of a contract. */
export interface Match {
  bindings: Binding[]
  /** Wide → long: the columns that each become a row, with their code. */
  wide: { index: number; header: string; code: string; power: number; hasStatedUnit: boolean }[]
  /** Further columns that name the place of the row: compared with the bound column, and used for nothing else. */
  twins: Binding[]
  /** The column of a wide table that holds the sum of its row. */
  total: { index: number; header: string; power: number } | null
  problems: Problem[]
}

/**
 * Matches headers with columns: by id, either name, the contract's spellings, and before them the profile's. A sheet is
 * asked about when sheets are chosen, when its header is looked for and when its rows are read: the answer is the same.
 */
export function matchHeaders(contract: Contract, sheet: Sheet): Match {
  const ofSheet = MATCHES.get(sheet) ?? new WeakMap<Contract, Match>()
  MATCHES.set(sheet, ofSheet)
  const match = ofSheet.get(contract) ?? makeMatch(contract, sheet)
  ofSheet.set(contract, match)
  return match
}

const MATCHES = new WeakMap<Sheet, WeakMap<Contract, Match>>()

function makeMatch(contract: Contract, sheet: Sheet): Match {
  const profile = contract.profile ?? {}
  const spellings = spellingsOf(contract)
  const ignored = new Set((profile.ignore ?? []).map(toComparable))
  const declared = collectDeclaredHeaders(contract, sheet.headers)
  const found = sheet.headers.map((header) => lookUp(header, spellings))
  const context: MatchContext = { contract, sheet, spellings, found, declared, across: findAcross(contract) }
  const match: Match = { bindings: [], wide: [], twins: [], total: null, problems: [] }
  for (const [index, header] of sheet.headers.entries()) {
    const key = toComparable(header)
    if (key === '' || ignored.has(key) || (isNumbering(header) && !spellings.has(key))) continue
    if (!bindAcross({ index, header }, context, match)) bind({ index, header }, context, match)
  }
  match.problems.push(...findMissingColumns(contract, sheet, match), ...findFillDownProblems(context, match))
  return match
}

/** True for the header of a column that only numbers the rows. */
export function isNumbering(header: string): boolean {
  return NUMBERING.has(toComparable(header))
}

const NUMBERING: ReadonlySet<string> = new Set(['序号', '编序', 'no.', 'no', '#'])

interface MatchContext {
  contract: Contract
  sheet: Sheet
  spellings: ReadonlyMap<string, Spelling>
  /** What each header of the sheet answers to. */
  found: readonly (Found<Spelling> | null)[]
  /** Column id → the header that the profile names for it, where the sheet has it. */
  declared: ReadonlyMap<string, string>
  across: ReadonlyMap<string, Across>
}

/** What a header of a wide table means: the code of its rows, or the sum of the others. */
type Across = { code: string } | 'total'

/** The headers that the profile states and, of each code, the spellings of the contract's list: 0—14岁 beside 0-14岁. */
function findAcross({ columns, profile: { wide } = {} }: Contract): Map<string, Across> {
  const across = new Map<string, Across>()
  const codes = new Set(Object.values(wide?.headers ?? {}))
  const type = columns[wide?.into ?? '']?.type
  for (const { code, zh, en, also = [] } of type?.kind === 'list' ? type.items : []) {
    for (const name of codes.has(code) ? [code, zh, en, ...also] : []) across.set(toComparable(name), { code })
  }
  for (const [header, code] of Object.entries(wide?.headers ?? {})) across.set(toComparable(header), { code })
  if (wide?.total !== undefined && !across.has(toComparable(wide.total))) across.set(toComparable(wide.total), 'total')
  return across
}

/** Mutates the match; false where the header is none of a wide table. */
function bindAcross(at: { index: number; header: string }, context: MatchContext, match: Match): boolean {
  const { contract, across, spellings } = context
  const { header } = at
  const found = across.size === 0 ? null : lookUp(header, across)
  const id = contract.profile?.wide?.value
  const column = contract.columns[id ?? '']
  // A column of the contract by its whole name is that column, though it may be a header across with a unit.
  if (!found || !id || !column || (found.unit !== null && spellings.has(toComparable(header)))) return false
  const where = locationOfHeader(at, context)
  const declared = contract.profile?.units?.[id]
  const unit = unitOf(column, { header, unit: found.unit, by: 'contract', declared }, where)
  // The same finding about a unit is reported once for all columns it applies to.
  const isStated = (problem: Problem) =>
    match.problems.some((two) => two.rule === problem.rule && two.params['unit'] === problem.params['unit'])
  match.problems.push(...unit.problems.filter((problem) => !isStated(problem)))
  if (found.isTraditional)
    match.problems.push(createTraditionalNote(where, found.value === 'total' ? '合计' : found.value.code))
  if (found.value === 'total') match.total = { ...at, power: unit.power }
  else match.wide.push({ ...at, code: found.value.code, power: unit.power, hasStatedUnit: unit.hasStatedUnit })
  return true
}

/** Mutates the match. */
function bind(at: { index: number; header: string }, context: MatchContext, match: Match): void {
  const { contract, declared } = context
  const { index, header } = at
  const where = locationOfHeader(at, context)
  const found = context.found[index]
  const column = contract.columns[found?.value.id ?? '']
  if (!found || !column) {
    const near = findNearHeaders(header, context)
    const expected = near.length === 0 ? null : near.join(' | ')
    match.problems.push(createProblem('header-unknown', where, { found: header, expected }))
    return
  }
  const { id, by } = found.value
  const chosen = declared.get(id)
  const isPassedOver = chosen !== undefined && chosen !== toComparable(header)
  const earlier = match.bindings.find((binding) => binding.id === id)
  if ((earlier || isPassedOver) && column.type.kind === 'place') {
    match.twins.push({ id, index, header, power: 0, hasStatedUnit: false })
    return
  }
  if (isPassedOver) {
    const params = { chosen: contract.profile?.columns?.[id] ?? '' }
    match.problems.push(createProblem('header-passed-over', where, { found: header, params }))
    return
  }
  if (earlier) {
    match.problems.push(
      createProblem('header-ambiguous', where, { found: header, params: { earlier: earlier.header, id } }),
    )
    return
  }
  const said = { header, unit: found.unit, by, declared: contract.profile?.units?.[id] }
  const unit = unitOf(column, said, where)
  match.problems.push(...unit.problems)
  if (found.isTraditional) match.problems.push(createTraditionalNote(where, column.names.zh))
  match.bindings.push({ id, index, header, power: unit.power, hasStatedUnit: unit.hasStatedUnit })
}

function createTraditionalNote(where: Partial<Location>, name: string): Problem {
  return createProblem('header-traditional', where, { found: where.columnName ?? null, params: { name } })
}

function locationOfHeader({ index, header }: { index: number; header: string }, { contract, sheet }: MatchContext) {
  return { ...locationOf(contract, sheet), column: index + 1, columnName: header }
}

/** Spellings like this header, those of columns that the sheet does not have yet first. */
function findNearHeaders(header: string, { contract, sheet, spellings, found, across }: MatchContext): string[] {
  const present = new Set(sheet.headers.map(toComparable))
  const bound = new Set(found.map((item) => item?.value.id))
  const free = [...spellings].filter(([, { id }]) => !bound.has(id)).map(([name]) => name)
  const wide = Object.keys(contract.profile?.wide?.headers ?? {}).filter((key) => !present.has(toComparable(key)))
  const near = findNearest(toComparable(header), [...wide, ...free])
  return near.length > 0 ? near : findNearest(toComparable(header), [...across.keys(), ...spellings.keys()])
}

function listNearestOrAll(text: string, headers: readonly string[]): string[] {
  const near = findNearest(toComparable(text), headers)
  return near.length > 0 ? near : [...headers]
}

/** Headers whose blanks the profile fills from above, and which the sheet does not have: their blanks would be gaps. */
function findFillDownProblems({ contract, sheet, spellings }: MatchContext, match: Match): Problem[] {
  const entries = contract.profile?.fillDown ?? []
  const listed = new Set(entries.map(toComparable))
  const present = new Set(sheet.headers.map(toComparable))
  return entries.flatMap((entry) => {
    const id = spellings.get(toComparable(entry))?.id
    const bound = match.bindings.find((binding) => binding.id === id)
    // Of two layouts a profile may list both headers.
    if (present.has(toComparable(entry)) || (bound && listed.has(toComparable(bound.header)))) return []
    const near = bound ? [bound.header] : listNearestOrAll(entry, sheet.headers)
    const at = { ...locationOf(contract, sheet), row: sheet.headerRow, columnName: entry }
    const more = { found: sheet.headers.join(' | '), params: { key: 'fillDown', near: near.join('、') } }
    return [createProblem('profile-header-absent', at, more)]
  })
}

function findMissingColumns(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const profile = contract.profile ?? {}
  const given = new Set([
    ...match.bindings.map((binding) => binding.id),
    ...Object.keys(profile.constants ?? {}),
    ...(profile.wide ? [profile.wide.into, profile.wide.value] : []),
  ])
  const where = { ...locationOf(contract, sheet), row: sheet.headerRow }
  const found = sheet.headers.join(' | ')
  const problems = Object.entries(contract.columns)
    .filter(([id, column]) => !given.has(id) && !column.absent)
    .map(([id, column]) => {
      const expected = [...new Set([column.names.zh, column.names.en, ...(column.headers ?? []), id])].join(' | ')
      const at = { ...where, columnName: column.names.zh }
      return createProblem('header-missing', at, { found, expected, params: { id } })
    })
  return [...problems, ...findMissingAcross(contract, sheet, match)]
}

/** The sheet has the two columns that a wide sheet would be turned into, and nothing across: it is long already. */
function isLong({ bindings, wide }: Match, { into, value }: { into: string; value: string }): boolean {
  return wide.length === 0 && [into, value].every((id) => bindings.some((binding) => binding.id === id))
}

/** Codes of a wide table that no header brings, and those that two bring. */
function findMissingAcross(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const { wide } = contract.profile ?? {}
  if (!wide || isLong(match, wide)) return []
  const where = locationOf(contract, sheet)
  const found = sheet.headers.join(' | ')
  const codes = new Map<string, string[]>()
  for (const [header, code] of Object.entries(wide.headers)) codes.set(code, [...(codes.get(code) ?? []), header])
  return [...codes].flatMap(([code, names]) => {
    const [first, second] = match.wide.filter((cell) => cell.code === code)
    const columnName = names[0] ?? code
    if (first && second) {
      const at = { ...where, column: second.index + 1, columnName: second.header }
      return [createProblem('header-wide-twice', at, { found: second.header, params: { earlier: first.header, code } })]
    }
    if (first) return []
    const params = { into: wide.into, value: wide.value, code }
    const at = { ...where, row: sheet.headerRow, columnName }
    return [createProblem('header-missing-wide', at, { found, expected: names.join(' | '), params })]
  })
}

function locationOf(contract: Contract, sheet: Sheet) {
  return { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
}
