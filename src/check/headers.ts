import type { Contract, Profile } from '../datasets/contract.ts'
import type { Problem } from '../problems/problem.ts'
import { raise } from '../problems/raise.ts'
import type { Sheet } from '../read/sheet.ts'
import { nearest } from './values/nearest.ts'
import { comparable } from './values/normalise.ts'
import { unitPower } from './values/quantity.ts'

/** Where the cells of one column of the contract stand in a sheet. */
export interface Binding {
  id: string
  /** Index into the cells of a row. */
  index: number
  header: string
  /** Power of ten of the unit that the header prints. */
  power: number
}

/** How the columns of a sheet answer to those of a contract. */
export interface Match {
  bindings: Binding[]
  /** Wide → long: the columns that each become a row, with their code. */
  wide: { index: number; header: string; code: string; power: number }[]
  /** Further columns that name the place of the row: compared with the one that is bound, and used for nothing else. */
  twins: Binding[]
  /** The column of a wide table that holds the sum of its row. */
  total: { index: number; header: string; power: number } | null
  problems: Problem[]
}

/** Matches headers with columns: by id, either name, the contract's spellings, and before them the profile's. */
export function matchHeaders(contract: Contract, sheet: Sheet): Match {
  const profile = contract.profile ?? {}
  const spellings = spellingsOf(contract, profile)
  const wide = new Map(Object.entries(profile.wide?.headers ?? {}).map(([header, code]) => [comparable(header), code]))
  const total = profile.wide?.total === undefined ? null : comparable(profile.wide.total)
  const numbering = NUMBERING.map(comparable).filter((key) => !spellings.has(key))
  const ignored = new Set([...(profile.ignore ?? []).map(comparable), ...numbering])
  const match: Match = { bindings: [], wide: [], twins: [], total: null, problems: [] }
  const power = widePower(contract, sheet, match)
  for (const [index, header] of sheet.headers.entries()) {
    const key = comparable(header)
    const code = wide.get(key)
    if (key === '' || ignored.has(key)) continue
    if (code !== undefined) match.wide.push({ index, header, code, power })
    else if (key === total) match.total = { index, header, power }
    else bind({ index, header }, { contract, sheet, spellings }, match)
  }
  match.problems.push(...missingColumns(contract, sheet, match))
  return match
}

/** Columns that only number the rows. */
const NUMBERING = ['序号', 'No.', '#']

interface MatchContext {
  contract: Contract
  sheet: Sheet
  spellings: ReadonlyMap<string, string>
}

/** Mutates the match. */
function bind(at: { index: number; header: string }, { contract, sheet, spellings }: MatchContext, match: Match): void {
  const { index, header } = at
  const where = { ...placeOf(contract, sheet), column: index + 1, columnName: header }
  const exact = spellings.get(comparable(header))
  const bracket = /^(.*)\((?:单位[::])?([^()]*)\)$/.exec(header.normalize('NFKC').trim())
  const id = exact ?? spellings.get(comparable(bracket?.[1] ?? ''))
  const column = id === undefined ? undefined : contract.columns[id]
  if (id === undefined || column === undefined) {
    const near = nearSpellings(header, { contract, sheet, spellings })
    match.problems.push(
      raise('header-unknown', where, { found: header, expected: near.length === 0 ? null : near.join(' | ') }),
    )
    return
  }
  const earlier = match.bindings.find((one) => one.id === id)
  if (earlier && column.type.kind === 'place') {
    match.twins.push({ id, index, header, power: 0 })
    return
  }
  if (earlier) {
    match.problems.push(raise('header-ambiguous', where, { found: header, params: { earlier: earlier.header } }))
    return
  }
  const declared = contract.profile?.units?.[id]
  const printed = bracket?.[2] ?? null
  const isNumeric = ['integer', 'number'].includes(column.type.kind)
  const unit = declared ?? (isNumeric && printed !== null ? printed : null)
  const power = unit === null || !isNumeric ? 0 : unitPower(unit, column.unit)
  if (power === null && (declared !== undefined || exact === undefined)) {
    match.problems.push(raise('unit-other', where, { expected: column.unit ?? null, params: { unit: unit ?? '' } }))
  } else if (power !== null && power !== 0) {
    match.problems.push(raise('unit-scaled', where, { params: { unit: unit ?? '', to: column.unit ?? '', power } }))
  }
  match.bindings.push({ id, index, header, power: power ?? 0 })
}

/** Spellings like this header, those of columns that the sheet does not have yet first. */
function nearSpellings(header: string, { sheet, spellings }: MatchContext): string[] {
  const bound = new Set(sheet.headers.map((one) => spellings.get(comparable(one))))
  const free = [...spellings].filter(([, id]) => !bound.has(id)).map(([name]) => name)
  const near = nearest(comparable(header), free)
  return near.length > 0 ? near : nearest(comparable(header), spellings.keys())
}

/** Power of ten of the unit that the profile states for the cells of a wide table; mutates the problems of the match. */
function widePower(contract: Contract, sheet: Sheet, match: Match): number {
  const value = contract.profile?.wide?.value
  const unit = value === undefined ? undefined : contract.profile?.units?.[value]
  if (value === undefined || unit === undefined) return 0
  const to = contract.columns[value]?.unit ?? null
  const power = unitPower(unit, to ?? undefined)
  const where = { ...placeOf(contract, sheet), columnName: contract.columns[value]?.names.zh ?? value }
  if (power === null) match.problems.push(raise('unit-other', where, { expected: to, params: { unit } }))
  else if (power !== 0) match.problems.push(raise('unit-scaled', where, { params: { unit, to: to ?? '', power } }))
  return power ?? 0
}

function spellingsOf(contract: Contract, profile: Profile): Map<string, string> {
  const spellings = new Map<string, string>()
  for (const [id, column] of Object.entries(contract.columns)) {
    for (const name of [id, column.names.zh, column.names.en, ...(column.headers ?? [])]) {
      spellings.set(comparable(name), id)
    }
  }
  // The profile speaks of this very department, so its word goes before the contract's.
  for (const [id, header] of Object.entries(profile.columns ?? {})) spellings.set(comparable(header), id)
  return spellings
}

function missingColumns(contract: Contract, sheet: Sheet, match: Match): Problem[] {
  const profile = contract.profile ?? {}
  const given = new Set([
    ...match.bindings.map((binding) => binding.id),
    ...Object.keys(profile.constants ?? {}),
    ...(profile.wide ? [profile.wide.into, profile.wide.value] : []),
  ])
  const where = { ...placeOf(contract, sheet), row: sheet.headerRow }
  const found = sheet.headers.join(' | ')
  const problems = Object.entries(contract.columns)
    .filter(([id, column]) => !given.has(id) && !column.absent)
    .map(([id, column]) => {
      const expected = [...new Set([column.names.zh, column.names.en, ...(column.headers ?? []), id])].join(' | ')
      return raise('header-missing', { ...where, columnName: column.names.zh }, { found, expected })
    })
  for (const header of Object.keys(profile.wide?.headers ?? {})) {
    if (match.wide.some((one) => comparable(one.header) === comparable(header))) continue
    problems.push(raise('header-missing', { ...where, columnName: header }, { found, expected: header }))
  }
  return problems
}

function placeOf(contract: Contract, sheet: Sheet) {
  return { dataset: contract.id, file: sheet.file, sheet: sheet.sheet }
}
