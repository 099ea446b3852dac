import { buildColumns, type CodedColumn, type ColumnData, type Columns } from '../contracts/columns.ts'
import type { Contract } from '../contracts/contract.ts'
import { DESTINATION } from './destination.ts'
import type { SafeRow } from './safe.ts'

/** Not exported: nobody but this file can make columns that tabulate accepts. */
const safe: unique symbol = Symbol('safe columns')

/** Columns without anything that no table may see: those are blank in every row. */
export interface SafeColumns extends Columns {
  readonly [safe]: true
}

/** Protected rows as columns, each value from the side on which its privacy class puts it. */
export function columnsOfRows(rows: readonly SafeRow[], contract: Contract): SafeColumns {
  const columns = buildColumns(rows, contract, (row, id) => {
    const side = contract.columns[id]?.privacy === 'quasi' ? row.working : row.printable
    return side[id] ?? null
  })
  return new ProtectedColumns(columns, contract)
}

/** Columns as tables may see them: those that are personal or free text, and those that no contract declares, end here. */
export function protectColumns(contract: Contract, columns: Columns): SafeColumns {
  return new ProtectedColumns(columns, contract)
}

class ProtectedColumns implements SafeColumns {
  readonly [safe] = true
  readonly #columns: Columns
  readonly #contract: Contract

  constructor(columns: Columns, contract: Contract) {
    this.#columns = columns
    this.#contract = contract
  }

  get rows(): number {
    return this.#columns.rows
  }

  get vectors(): Columns['vectors'] {
    return this.#columns.vectors
  }

  get(id: string): ColumnData {
    return this.#isSeen(id) ? this.#columns.get(id) : this.#blank()
  }

  getCoded(id: string): CodedColumn {
    return this.#isSeen(id) ? this.#columns.getCoded(id) : this.#blank()
  }

  #isSeen(id: string): boolean {
    const column = this.#contract.columns[id]
    return column !== undefined && DESTINATION[column.privacy] !== 'nowhere'
  }

  #blank(): CodedColumn {
    return { kind: 'coded', codes: new Int32Array(this.rows), values: [null] }
  }
}
