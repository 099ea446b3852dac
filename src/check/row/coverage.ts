import type { Places } from '../../codes/places.ts'
import { findRequiredPlaces } from '../../contracts/complete.ts'
import type { CodeItem, Contract } from '../../contracts/contract.ts'
import type { Row } from '../../contracts/row.ts'
import { createProblem } from '../../problems/create-problem.ts'
import type { Location, Problem } from '../../problems/problem.ts'
import { ProblemCollector } from '../../problems/problem-collector.ts'
import { sum } from '../../text/sum.ts'
import type { CheckContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { findMissingTimes } from './missing-times.ts'

/**
 * Rows that a file must have and lacks: places that exist in the period, classes of a list that no row has, and
 * combinations that single rows lack. A sum over what is there would be printed as the whole; a missing value is no
 * zero.
 */
export function checkCoverage(
  contract: Contract,
  rows: readonly Row[],
  { period, places, witness }: Pick<CheckContext, 'period' | 'places' | 'witness'>,
  at: Partial<Location>,
): Problem[] {
  if (contract.complete === undefined || rows.length === 0) return []
  const problems = new ProblemCollector()
  const missing = [...findMissingPlaces(contract, rows, { period, places, at })]
  const lists = contract.complete.flatMap((column) => {
    const type = contract.columns[column]?.type
    return type?.kind === 'list' ? [{ column, items: type.items }] : []
  })
  const present = lists.map((list) => ({ ...list, items: findSeenItems(list, rows) }))
  missing.push(...lists.flatMap((list) => findMissingItems(list, rows, { contract, at })))
  missing.push(...findMissingCombinations(present, rows, { contract, places, at }))
  witness?.addExpected(countRequired(contract, rows, { period, places, lists, present }), missing.length)
  problems.addAll(missing)
  problems.addAll(findMissingTimes(contract, rows, { places, at }))
  return problems.listAll()
}

/** Columns by whose values `checkCoverage` judges. */
export function listCoverageColumns({ complete = [], columns, key }: Contract): string[] {
  const hasKind = (ids: readonly string[], kind: string) => ids.some((id) => columns[id]?.type.kind === kind)
  const byKey = complete.length > 0 && (hasKind(complete, 'list') || hasKind(key, 'year'))
  return [...new Set([...complete, ...(byKey ? key : [])])]
}

/** Places and classes that a file must have, and the rows that each of its other keys must have. */
function countRequired(
  contract: Contract,
  rows: readonly Row[],
  {
    period,
    places,
    lists,
    present,
  }: { period: string; places: Places; lists: readonly List[]; present: readonly List[] },
): number {
  const required = findRequiredPlaces(contract, period, places)?.required.length ?? 0
  const classes = sum(lists.map(({ items }) => items.length))
  const keys = othersOf(contract, lists)
  const groups = new Set(rows.map((row) => keys.map((column) => String(row.values[column] ?? '')).join(' ')))
  return required + classes + groups.size * combine(present).length
}

function othersOf(contract: Contract, lists: readonly List[]): string[] {
  const listed = lists.map((list) => list.column)
  return contract.key.filter((column) => !listed.includes(column))
}

interface List {
  column: string
  items: readonly CodeItem[]
}

interface Gap {
  contract: Contract
  at: Partial<Location>
}

function findMissingPlaces(
  contract: Contract,
  rows: readonly Row[],
  { period, places, at }: { period: string; places: Places; at: Partial<Location> },
): Problem[] {
  const { column, required } = findRequiredPlaces(contract, period, places) ?? { column: '', required: [] }
  const seen = new Set(rows.map((row) => row.values[column]))
  return required
    .filter((place) => !seen.has(place.code))
    .map((place) => {
      const params = { period, key: place.code, name: place.names, tableRow: place.names }
      return createProblem(
        'place-not-reported',
        { ...at, columnName: nameOf(contract, column) },
        { expected: place.code, params },
      )
    })
}

function findSeenItems({ column, items }: List, rows: readonly Row[]): readonly CodeItem[] {
  const seen = new Set(rows.map((row) => row.values[column]))
  return items.filter((item) => seen.has(item.code))
}

function findMissingItems(list: List, rows: readonly Row[], { contract, at }: Gap): Problem[] {
  const seen = new Set(findSeenItems(list, rows))
  return list.items
    .filter((item) => !seen.has(item))
    .map((item) => {
      const name = { zh: item.zh, en: item.en }
      const params = { key: item.code, name, tableRow: name }
      return createProblem(
        'class-not-reported',
        { ...at, columnName: nameOf(contract, list.column) },
        { expected: item.zh, params },
      )
    })
}

/** For the places and classes present in the file, every other key must have every combination. */
function findMissingCombinations(
  lists: readonly List[],
  rows: readonly Row[],
  { contract, places, at }: Gap & { places: Places },
): Problem[] {
  const listed = lists.map((list) => list.column)
  const others = othersOf(contract, lists)
  const byOthers = groupBy(rows, (row) => others.map((column) => String(row.values[column] ?? '')).join(' '))
  const combinations = combine(lists)
  return [...byOthers].flatMap(([key, own]) => {
    const seen = new Set(own.map((row) => listed.map((column) => row.values[column]).join(' ')))
    return combinations
      .filter((items) => !seen.has(items.map((item) => item.code).join(' ')))
      .map((items) => {
        const named = { zh: items.map((item) => item.zh).join('·'), en: items.map((item) => item.en).join(', ') }
        const place = places.get(key)?.names ?? { zh: key, en: key }
        const tableRow = { zh: `${place.zh}·${named.zh}`, en: `${place.en}, ${named.en}` }
        const codes = items.map((item) => item.code).join(' ')
        const params = { key: `${key} ${codes}`.trim(), of: place, name: named, tableRow }
        return createProblem('row-not-reported', at, { expected: named.zh, params })
      })
  })
}

function combine(lists: readonly List[]): CodeItem[][] {
  let found: CodeItem[][] = lists.length === 0 ? [] : [[]]
  for (const { items } of lists) found = found.flatMap((start) => items.map((item) => [...start, item]))
  return found
}

function nameOf(contract: Contract, column: string): string {
  return contract.columns[column]?.names.zh ?? column
}
