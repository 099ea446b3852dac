import type { Contract, Measure, Privacy, Where } from '../contracts/contract.ts'
import { isCounted } from '../contracts/counted-rows.ts'
import { createProblem } from '../problems/create-problem.ts'
import { createProblemAtLevel, type Problem } from '../problems/problem.ts'
import { auditGroupings } from './audit-grouping.ts'
import { auditPeople } from './audit-people.ts'

/** One use of a column by a table of a contract. */
interface Use {
  table: string
  /** Path of the use inside the table: `dimensions`, `measures.closed.where`. */
  at: string
  column: string
  /** Privacy classes that this use allows. */
  allowed: readonly Privacy[]
}

const PRINTED: readonly Privacy[] = ['public', 'dimension']
const ADDED: readonly Privacy[] = ['public', 'count']
const WORKED: readonly Privacy[] = ['public', 'dimension', 'count', 'quasi']

/**
 * What in a contract would let a column out that must not get out.
 * A contract with a finding is refused when it is loaded, before any file is opened.
 */
export function auditContract(contract: Contract, file: string): Problem[] {
  const problems = [...auditGroupings(contract, file), ...auditPeople(contract, file)]
  for (const use of usesOf(contract)) {
    const at = { dataset: contract.id, file, columnName: use.column }
    const params = { table: use.table, at: use.at }
    const column = contract.columns[use.column]
    // A column that is not there is reported with all other names, by the check of references.
    const isGrouped = use.at === 'dimensions' && column?.grouping !== undefined && column.privacy === 'quasi'
    if (column && !isGrouped && !use.allowed.includes(column.privacy)) {
      const expected = use.allowed.join(' | ')
      problems.push(
        createProblemAtLevel('contract-column-private', 'error', at, { found: column.privacy, expected, params }),
      )
    }
  }
  return [...problems, ...auditQuantiles(contract, file)]
}

/** A median of a few cases looks like one of many, unless their number is beside it. */
function auditQuantiles(contract: Contract, file: string): Problem[] {
  return Object.entries(contract.tables).flatMap(([table, spec]) =>
    Object.entries(spec.measures).flatMap(([id, measure]) => {
      if (!('quantile' in measure) || isCounted(contract, spec, measure)) return []
      const { from, to } = measure.between
      const at = { dataset: contract.id, file, columnName: `tables.${table}.measures.${id}` }
      return [createProblem('contract-quantile-alone', at, { found: id, params: { from, to } })]
    }),
  )
}

function usesOf(contract: Contract): Use[] {
  const uses: Use[] = []
  for (const [table, spec] of Object.entries(contract.tables)) {
    const add = (at: string, column: string, allowed: readonly Privacy[]) => uses.push({ table, at, column, allowed })
    for (const dimension of spec.dimensions) add('dimensions', dimension.column, PRINTED)
    for (const attribute of spec.attributes ?? []) add('attributes', attribute, PRINTED)
    for (const column of columnsOf(spec.where)) add('where', column, WORKED)
    for (const [id, measure] of Object.entries(spec.measures)) addMeasure(`measures.${id}`, measure, add)
  }
  for (const status of contract.statuses ?? []) {
    for (const column of columnsOf(status.where)) uses.push({ table: '*', at: 'statuses', column, allowed: WORKED })
  }
  return uses
}

function addMeasure(
  at: string,
  measure: Measure,
  add: (at: string, column: string, allowed: readonly Privacy[]) => void,
) {
  if ('sum' in measure) add(`${at}.sum`, measure.sum, ADDED)
  if ('take' in measure) add(`${at}.take`, measure.take, ADDED)
  if ('quantile' in measure) {
    add(`${at}.between`, measure.between.from, WORKED)
    add(`${at}.between`, measure.between.to, WORKED)
  }
  if ('where' in measure) {
    for (const column of columnsOf(measure.where)) add(`${at}.where`, column, WORKED)
  }
}

function columnsOf(where: Where | undefined): string[] {
  const columns: string[] = []
  for (const condition of (where ?? []).flat()) {
    columns.push(condition.column)
    if ('notAfter' in condition) columns.push(condition.notAfter)
  }
  return columns
}
