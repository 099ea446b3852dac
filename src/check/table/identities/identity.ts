import type { Places } from '../../../codes/places.ts'
import type { Contract, Identity, TableSpec } from '../../../contracts/contract.ts'
import type { Table, TableRow } from '../../../contracts/table.ts'
import type { RuleId } from '../../../problems/catalogue.ts'
import { createProblem } from '../../../problems/create-problem.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { LocalText } from '../../../text/local-text.ts'
import { formatKey, nameRow } from '../row-names.ts'

export interface IdentityContext {
  contract: Contract
  /** The table's id. */
  id: string
  spec: TableSpec
  /** Filled tables of all datasets, by `dataset/table`. */
  all: ReadonlyMap<string, readonly Table[]>
  places: Places | undefined
  /** Contracts of all datasets, whose names are used for another table. */
  contracts: readonly Contract[]
  /** Called with each comparison that is made in a table, where somebody counts them. */
  countTried?: ((table: Table) => void) | undefined
}

export type IdentityOf<Kind extends Identity['kind']> = Extract<Identity, { kind: Kind }>

/** A broken identity: which measure, in which row, and both numbers. */
interface Broken {
  rule: RuleId
  table: Table
  key: Readonly<Record<string, string>>
  measure: string
  found: number
  expected: number | string
  params: Problem['params']
}

export function createIdentityProblem(broken: Broken, { contract, spec, places }: IdentityContext): Problem {
  const { rule, table, key, measure, found, expected, params } = broken
  const at = { dataset: contract.id, columnName: nameOfMeasure(spec, measure).zh }
  const names = nameRow(key, { contract, places })
  const tableRow = { zh: `${table.period} ${names.zh}`.trim(), en: `${table.period} ${names.en}`.trim() }
  const words = { table: spec.title, key: formatKey(key), tableRow, period: table.period }
  return createProblem(rule, at, { found: String(found), expected: String(expected), params: { ...words, ...params } })
}

export function nameOfMeasure(spec: TableSpec, id: string): LocalText {
  return spec.measures[id]?.names ?? { zh: id, en: id }
}

/** The row's value of a measure; null where it is withheld, missing or not applicable: then it cannot be compared. */
export function findMeasuredValue(row: TableRow, measure: string): number | null {
  return row.cells[measure]?.value ?? null
}

/** Sum of terms as text: `120 + 30 − 20 = 130`. */
export function formatSum(plus: readonly number[], minus: readonly number[], sum: number): string {
  return `${[plus.join(' + '), ...minus].join(' − ')} = ${sum}`
}
