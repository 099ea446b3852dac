import type { Column, Contract } from '../../contracts/contract.ts'
import type { SheetRow } from '../../read/sheet.ts'
import type { Match } from '../header/match-headers.ts'
import { isCellError } from '../row/value-checker.ts'
import { chooseMissingNote, collectOwnMarks } from '../values/missing.ts'
import { normalise } from '../values/normalise-cell.ts'
import type { Rejection } from '../values/parse-result.ts'
import { reject } from '../values/parse-result.ts'
import { makeNumberParser } from '../values/quantity.ts'

/** A column of a sheet whose numbers may be added. */
export interface Summed {
  id: string
  index: number
  header: string
  power: number
  /** Wide tables: the code of this column; its rows alone are added. */
  only: string | null
}

export function listSummedColumns(contract: Contract, match: Match): Summed[] {
  const value = contract.profile?.wide?.value ?? ''
  const all: Summed[] = [
    ...match.bindings.map((binding) => ({ ...binding, only: null })),
    ...match.wide.map(({ index, header, code, power }) => ({ id: value, index, header, power, only: code })),
    ...(match.total ? [{ id: value, ...match.total, only: null }] : []),
  ]
  return all.filter(({ id }) => {
    const column = contract.columns[id]
    return column?.privacy === 'count' && (column.type.kind === 'integer' || column.type.kind === 'number')
  })
}

/** What the cell of a row of sums states: a number, nothing (blank, —, /), or something that cannot be read. */
export function readStated(
  row: SheetRow,
  { id, index, power }: Pick<Summed, 'id' | 'index' | 'power'>,
  contract: Contract,
): number | null | Rejection {
  const column: Column | undefined = contract.columns[id]
  const text = row.cells[index] ?? ''
  const kind = row.kinds?.[index]
  if (column === undefined) return null
  if (isCellError(text, kind)) return reject('cell-error')
  if (chooseMissingNote(normalise(text).text, column, collectOwnMarks(contract)) !== null) return null
  const result = makeNumberParser(column, power)(text, kind)
  if (result.is === 'refused') return result
  return typeof result.value === 'number' ? result.value : null
}

/** The number that a row of sums states, or null where it states none that can be read. */
export function findStatedValue(
  row: SheetRow,
  column: Pick<Summed, 'id' | 'index' | 'power'>,
  contract: Contract,
): number | null {
  const stated = readStated(row, column, contract)
  return typeof stated === 'number' ? stated : null
}
