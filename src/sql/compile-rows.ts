import type { Places } from '../codes/places.ts'
import type { Contract } from '../contracts/contract.ts'
import { SETTLED } from '../tabulate/row-measures.ts'
import { compileCell, type FaultTest, listNumeric, writeNumber } from './compile-cells.ts'
import { compileWhere } from './compile-conditions.ts'
import { compileRules, type LeftOut } from './compile-rules.ts'
import { writeMinutes } from './compile-times.ts'
import type { Flags } from './flags.ts'
import { KEPT_COLUMNS, listHandedColumns } from './handed-columns.ts'
import { type Dialect, nameCell, nameMinutes, nameNumber, nameSpan } from './sql-text.ts'

/** What the pass over the rows is compiled for. */
interface RowScope {
  contract: Contract
  places: Places
  dialect: Dialect
}

/**
 * One pass over `raw` that names what each row breaks and keeps what tables need: `checked`, with the rules of a row in
 * `faults` (`rule:column rule:column`, '' for a good row).
 */
export function compileRows(scope: RowScope, flags: Flags): { query: string; leftOut: LeftOut[] } {
  const { contract, places, dialect } = scope
  const ofCells = listHandedColumns(contract).flatMap(([id, column]) =>
    compileCell(id, column, { contract, places, dialect }),
  )
  const rules = compileRules(contract, dialect)
  // Rules are put to rows of which every cell is good, as in the line.
  const ofRows = [...compilePlaceTimes(contract), ...rules.tests]
  const numbers = listNumeric(contract).map(([id, column]) => `${writeNumber(id, column)} as ${nameNumber(id)}`)
  const minutes = flags.times.map((column) => `${writeMinutes(column, contract)} as ${nameMinutes(column)}`)
  const held = flags.wheres.map(
    ({ name, where }) => `case when ${compileWhere(where, { contract, dialect })} then 1 else 0 end as ${name}`,
  )
  const statuses = contract.statuses ?? []
  const rank = statuses.map(
    ({ where, status }) => `when ${compileWhere(where, { contract, dialect })} then ${SETTLED.indexOf(status)}`,
  )
  const kept = [
    ...KEPT_COLUMNS,
    ...flags.cells.map(nameCell),
    ...flags.sums.map(nameNumber),
    ...minutes,
    ...held,
    ...(rank.length > 0 ? [`case ${rank.join(' ')} else 0 end as status_rank`] : []),
    `coalesce(nullif(${writeFaults(ofCells)}, ''), ${writeFaults(ofRows)}) as faults`,
  ]
  const spans = listPlaceColumns(contract).flatMap((id) => [
    `${nameSpan(id)}.from_day as ${nameSpan(id)}_from`,
    `${nameSpan(id)}.to_day as ${nameSpan(id)}_to`,
  ])
  const joins = listPlaceColumns(contract).map(
    (id) => `\n  left join places as ${nameSpan(id)} on ${nameSpan(id)}.code = raw.${nameCell(id)}`,
  )
  const typed = `select raw.*${[...numbers, ...spans].map((item) => `,\n    ${item}`).join('')}\n  from raw${joins.join('')}`
  return { query: `select ${kept.join(',\n  ')}\nfrom (\n  ${typed}\n) as typed`, leftOut: rules.leftOut }
}

function writeFaults(tests: readonly (readonly FaultTest[])[]): string {
  return tests.length === 0 ? "''" : `concat_ws(' ',\n  ${tests.map(writeFault).join(',\n  ')})`
}

/** The tests of one rule, of which the first that holds counts. Unknown is no fault. */
function writeFault(tests: readonly FaultTest[]): string {
  return `case ${tests.map(({ rule, column, when }) => `when ${when} then '${rule}:${column}'`).join(' ')} end`
}

/** Places in their time: the row's own year or month where the key has them, else the file's. */
function compilePlaceTimes(contract: Contract): FaultTest[][] {
  const kindOf = (id: string) => contract.columns[id]?.type.kind
  const time = contract.key.find((id) => kindOf(id) === 'year' || kindOf(id) === 'month')
  const [first, last] = time === undefined ? ['first_day', 'last_day'] : spanOf(nameCell(time), kindOf(time) === 'year')
  return listPlaceColumns(contract).map((id) => [
    { rule: 'place-not-valid', column: id, when: `${nameSpan(id)}_from > ${last} or ${nameSpan(id)}_to < ${first}` },
  ])
}

function listPlaceColumns({ columns }: Contract): string[] {
  return Object.keys(columns).filter((id) => columns[id]?.type.kind === 'place')
}

/** First and last day of a year; a month is compared by its last possible day, which no other text of a day exceeds. */
function spanOf(cell: string, isYear: boolean): [string, string] {
  return isYear
    ? [`concat(${cell}, '-01-01')`, `concat(${cell}, '-12-31')`]
    : [`concat(${cell}, '-01')`, `concat(${cell}, '-31')`]
}
