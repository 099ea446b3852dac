import type { Contract, TableSpec } from '../contracts/contract.ts'
import { hasOwnStatus } from '../contracts/own-status.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'

/** A column of a published file. */
export interface FileColumn {
  /** Heading in the file. */
  heading: string
  /**
   * Where its cells come from: the table's key, a text attribute, a measure. Name and level belong to the place whose
   * code is before them, a measure's status to the value before it.
   */
  part: 'period' | 'key' | 'text' | 'name' | 'level' | 'measure' | 'measure-status' | 'status'
  /** Column or measure of the contract; '' for period and the row's status. */
  id: string
}

/**
 * Columns of a table's published file: `period,place,place_name,place_level,total,on_time_rate,on_time_rate_status,
 * …,status`. The last is the status of the row: of every value that has no status column of its own.
 */
export function listFileColumns(contract: Contract, spec: TableSpec): FileColumn[] {
  const listLabelled = (part: 'key' | 'text', id: string): FileColumn[] => {
    const own: FileColumn = { heading: id, part, id }
    if (contract.columns[id]?.type.kind !== 'place') return [own]
    return [own, { heading: `${id}_name`, part: 'name', id }, { heading: `${id}_level`, part: 'level', id }]
  }
  const listMeasured = (id: string): FileColumn[] => {
    const own: FileColumn = { heading: id, part: 'measure', id }
    if (!hasOwnStatus(id, contract, spec)) return [own]
    return [own, { heading: `${id}_status`, part: 'measure-status', id }]
  }
  return [
    { heading: 'period', part: 'period', id: '' },
    ...spec.dimensions.flatMap(({ column }) => listLabelled('key', column)),
    ...(spec.attributes ?? []).flatMap((id) => listLabelled('text', id)),
    ...Object.keys(spec.measures).flatMap(listMeasured),
    { heading: 'status', part: 'status', id: '' },
  ]
}

/** Tables whose file would have two columns of one heading: a measure called `status`, a column called `period`. */
export function auditHeadings(contract: Contract, file: string): Problem[] {
  const problems: Problem[] = []
  for (const [table, spec] of Object.entries(contract.tables)) {
    const seen = new Set<string>()
    for (const { heading } of listFileColumns(contract, spec)) {
      if (seen.has(heading)) {
        const at = { dataset: contract.id, file, columnName: heading }
        problems.push(
          createProblemAtLevel('contract-heading-twice', 'error', at, { found: heading, params: { table } }),
        )
      }
      seen.add(heading)
    }
  }
  return problems
}
