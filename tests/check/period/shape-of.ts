import { columnsOf, type FileShape, shapeOfColumns } from '../../../src/check/period/file-shape.ts'
import { keyNumbersOf } from '../../../src/check/period/key-numbers.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import type { Row } from '../../../src/contracts/row.ts'

/** The shape of checked rows, as the line takes it. */
export function shapeOf(contract: Contract, rows: readonly Row[], period: string): FileShape {
  return shapeOfColumns(contract, columnsOf(contract, rows), {
    period,
    listRows: () => rows,
    listKeys: () => keyNumbersOf(contract, rows),
  })
}
