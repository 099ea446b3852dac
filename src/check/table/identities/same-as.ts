import type { Table, TableRow } from '../../../contracts/table.ts'
import type { Problem } from '../../../problems/problem.ts'
import { isEqual, subtract, sumExactly } from '../../../text/decimal.ts'
import { groupBy } from '../../group-by.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { createIdentityProblem, findMeasuredValue, nameOfMeasure } from './identity.ts'

/**
 * The measure, summed over the dimensions that the other table does not have, equals the other table's. The other may
 * have places that this table leaves out; what this table has, the other must have.
 */
export function checkSameAs(identity: IdentityOf<'same-as'>, table: Table, context: IdentityContext): Problem[] {
  const dataset = identity.dataset ?? context.contract.id
  const other = context.all.get(`${dataset}/${identity.table}`)?.find((candidate) => candidate.period === table.period)
  // Absent: a portal may hold any subset of datasets and periods.
  if (!other) return []
  const shared = listSharedDimensions(table, other)
  const sums = sumBy(table.rows, shared, identity.measure)
  const expected = sumBy(other.rows, shared, identity.equals)
  const problems: Problem[] = []
  for (const [key, sum] of sums) {
    const wanted = expected.get(key)
    if (sum === null || wanted === undefined || wanted === null) continue
    context.countTried?.(table)
    if (isEqual(sum, wanted)) continue
    const params = {
      measure: nameOfMeasure(context.spec, identity.measure),
      ...namesOf(identity, context),
      sum: `Σ = ${sum}`,
      difference: subtract(sum, wanted),
    }
    const codes = key.split('\t')
    const names = Object.fromEntries(shared.map((id, index) => [id, codes[index] ?? '']))
    const broken = { rule: 'table-same-as', table, key: names, measure: identity.measure } as const
    problems.push(createIdentityProblem({ ...broken, found: sum, expected: wanted, params }, context))
  }
  return problems
}

/** The other table and its measure by their titles; by their ids where its contract is not at hand. */
function namesOf({ dataset, table, equals }: IdentityOf<'same-as'>, { contract, contracts }: IdentityContext) {
  const isOwn = dataset === undefined || dataset === contract.id
  const owner = isOwn ? contract : contracts.find((contract) => contract.id === dataset)
  const spec = owner?.tables[table]
  if (!owner || !spec) return { equals, other: `${dataset}/${table}` }
  const other = isOwn
    ? { zh: `“${spec.title.zh}”`, en: `“${spec.title.en}”` }
    : { zh: `“${spec.title.zh}”（${owner.title.zh}）`, en: `“${spec.title.en}” (${owner.title.en})` }
  return { equals: nameOfMeasure(spec, equals), other }
}

function listSharedDimensions(a: Table, b: Table): string[] {
  const other = new Set(Object.keys(b.rows[0]?.key ?? {}))
  return Object.keys(a.rows[0]?.key ?? {}).filter((id) => other.has(id))
}

/** Sums by the shared dimensions; null where a part has no value. */
function sumBy(rows: readonly TableRow[], dimensions: readonly string[], measure: string): Map<string, number | null> {
  const groups = groupBy(rows, (row) => dimensions.map((id) => row.key[id] ?? '').join('\t'))
  const sums = new Map<string, number | null>()
  for (const [key, group] of groups) {
    const terms = group.flatMap((row) => findMeasuredValue(row, measure) ?? [])
    sums.set(key, terms.length < group.length ? null : sumExactly(terms))
  }
  return sums
}
