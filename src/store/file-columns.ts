import type { Contract, TableSpec } from '../contracts/contract.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'

/** A column of a published file. */
export interface FileColumn {
  /** Heading in the file. */
  heading: string
  /** Where its cells come from: the table's key, a text attribute, a measure; a name stands for the code before it. */
  part: 'period' | 'key' | 'text' | 'name' | 'measure' | 'status'
  /** Column or measure of the contract; '' for period and status. */
  id: string
}

/** Columns of a table's published file: `period,place,place_name,total,…,status`. */
export function listFileColumns(contract: Contract, spec: TableSpec): FileColumn[] {
  const labelled = (part: 'key' | 'text', id: string): FileColumn[] => {
    const own: FileColumn = { heading: id, part, id }
    if (contract.columns[id]?.type.kind !== 'place') return [own]
    return [own, { heading: `${id}_name`, part: 'name', id }]
  }
  return [
    { heading: 'period', part: 'period', id: '' },
    ...spec.dimensions.flatMap(({ column }) => labelled('key', column)),
    ...(spec.attributes ?? []).flatMap((id) => labelled('text', id)),
    ...Object.keys(spec.measures).map((id): FileColumn => ({ heading: id, part: 'measure', id })),
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
