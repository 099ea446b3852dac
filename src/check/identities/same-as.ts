import type { Table, TableRow } from '../../datasets/table.ts'
import type { Problem } from '../../problems/problem.ts'
import type { IdentityContext, IdentityOf } from './identity.ts'
import { difference, isEqual, measuredValue, measureName, report } from './identity.ts'

/**
 * The measure, summed over the dimensions that the other table does not have, equals the other table's. The other may
 * have places that this one leaves out; what this one has, the other must have.
 */
export function sameAs(identity: IdentityOf<'same-as'>, table: Table, context: IdentityContext): Problem[] {
  const dataset = identity.dataset ?? context.contract.id
  const other = context.all.get(`${dataset}/${identity.table}`)?.find((one) => one.period === table.period)
  // Absent: a portal may hold any subset of datasets and periods.
  if (!other) return []
  const shared = sharedDimensions(table, other)
  const sums = sumBy(table.rows, shared, identity.measure)
  const expected = sumBy(other.rows, shared, identity.equals)
  const problems: Problem[] = []
  for (const [key, sum] of sums) {
    const wanted = expected.get(key)
    if (sum === null || wanted === undefined || wanted === null || isEqual(sum.value, wanted.value)) continue
    const params = {
      measure: measureName(context.spec, identity.measure),
      ...namesOf(identity, context),
      sum: `Σ = ${sum.value}`,
      difference: difference(sum.value, wanted.value),
    }
    const codes = key.split('\t')
    const names = Object.fromEntries(shared.map((id, index) => [id, codes[index] ?? '']))
    const broken = { rule: 'table-same-as', table, key: names, measure: identity.measure } as const
    problems.push(report({ ...broken, found: sum.value, expected: wanted.value, params }, context))
  }
  return problems
}

/** The other table and its measure by their titles; by their ids where its contract is not at hand. */
function namesOf({ dataset, table, equals }: IdentityOf<'same-as'>, { contract, contracts }: IdentityContext) {
  const isOwn = dataset === undefined || dataset === contract.id
  const owner = isOwn ? contract : contracts.find((one) => one.id === dataset)
  const spec = owner?.tables[table]
  if (!owner || !spec) return { equals, other: `${dataset}/${table}` }
  const other = isOwn
    ? { zh: `“${spec.title.zh}”`, en: `“${spec.title.en}”` }
    : { zh: `“${spec.title.zh}”（${owner.title.zh}）`, en: `“${spec.title.en}” (${owner.title.en})` }
  return { equals: measureName(spec, equals), other }
}

function sharedDimensions(a: Table, b: Table): string[] {
  const other = new Set(Object.keys(b.rows[0]?.key ?? {}))
  return Object.keys(a.rows[0]?.key ?? {}).filter((id) => other.has(id))
}

/** Sums by the shared dimensions; null where a part has no value. */
function sumBy(
  rows: readonly TableRow[],
  dimensions: readonly string[],
  measure: string,
): Map<string, { value: number } | null> {
  const sums = new Map<string, { value: number } | null>()
  for (const row of rows) {
    const key = dimensions.map((id) => row.key[id] ?? '').join('\t')
    const value = measuredValue(row, measure)
    const before = sums.get(key)
    if (value === null || before === null) sums.set(key, null)
    else sums.set(key, { value: (before?.value ?? 0) + value })
  }
  return sums
}
