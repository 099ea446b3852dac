import type { Places } from '../../codes/places.ts'
import type { Contract, Identity } from '../../contracts/contract.ts'
import type { Table } from '../../contracts/table.ts'
import type { Problem } from '../../problems/problem.ts'
import { ProblemCollector } from '../../problems/problem-collector.ts'
import { checkAddsUp } from './identities/adds-up.ts'
import { checkAtMost } from './identities/at-most-identity.ts'
import { checkBalance } from './identities/balance-identity.ts'
import { checkCarry } from './identities/carry.ts'
import { checkCumulative } from './identities/cumulative.ts'
import type { IdentityContext } from './identities/identity.ts'
import { checkSameAs } from './identities/same-as.ts'

/**
 * The arithmetic gate: identities of a contract over its filled tables of all periods. `others` holds the tables of
 * every dataset by `dataset/table`, for identities that reach across; `places` gives the place that each place lies in,
 * `contracts` what the tables of other datasets are called.
 */
export function checkTables(
  contract: Contract,
  tables: readonly Table[],
  others: ReadonlyMap<string, readonly Table[]>,
  places?: Places,
  contracts: readonly Contract[] = [],
): Problem[] {
  const problems = new ProblemCollector()
  for (const { identity, filled, context } of listIdentities(contract, tables, { others, places, contracts }))
    problems.addAll(checkIdentity(identity, filled, context))
  return problems.listAll()
}

/** What one identity of a table came to over all periods: comparisons by period, and those of them that failed. */
interface IdentityCount {
  table: string
  identity: Identity
  tried: ReadonlyMap<string, number>
  failed: ReadonlyMap<string, number>
}

/** The same comparisons, counted. */
export function countIdentities(
  contract: Contract,
  tables: readonly Table[],
  around: { others: ReadonlyMap<string, readonly Table[]>; places?: Places; contracts?: readonly Contract[] },
): IdentityCount[] {
  const { others, places, contracts = [] } = around
  return listIdentities(contract, tables, { others, places, contracts }).map(({ identity, filled, context }) => {
    const [tried, failed] = [new Map<string, number>(), new Map<string, number>()]
    const count = (into: Map<string, number>, period: string) => into.set(period, (into.get(period) ?? 0) + 1)
    const found = checkIdentity(identity, filled, { ...context, countTried: ({ period }) => count(tried, period) })
    for (const { params } of found) count(failed, String(params['period']))
    return { table: context.id, identity, tried, failed }
  })
}

interface Around {
  others: ReadonlyMap<string, readonly Table[]>
  places: Places | undefined
  contracts: readonly Contract[]
}

function listIdentities(contract: Contract, tables: readonly Table[], { others, places, contracts }: Around) {
  const byId = new Map<string, Table[]>()
  for (const table of tables) byId.set(table.table, [...(byId.get(table.table) ?? []), table])
  const all = new Map([...others, ...[...byId].map(([id, list]) => [`${contract.id}/${id}`, list] as const)])
  return Object.entries(contract.tables).flatMap(([id, spec]) => {
    const filled = [...(byId.get(id) ?? [])].sort((a, b) => (a.period < b.period ? -1 : 1))
    const context: IdentityContext = { contract, id, spec, all, places, contracts }
    return (spec.identities ?? []).map((identity) => ({ identity, filled, context }))
  })
}

function checkIdentity(identity: Identity, tables: readonly Table[], context: IdentityContext): Problem[] {
  switch (identity.kind) {
    case 'balance':
      return tables.flatMap((table) => checkBalance(identity, table, context))
    case 'at-most':
      return tables.flatMap((table) => checkAtMost(identity, table, context))
    case 'adds-up':
      return tables.flatMap((table) => checkAddsUp(identity, table, context))
    case 'same-as':
      return tables.flatMap((table) => checkSameAs(identity, table, context))
    case 'cumulative':
      return tables.flatMap((table, index) => checkCumulative(identity, { table, before: tables[index - 1] }, context))
    case 'carry':
      return tables.slice(1).flatMap((table, index) => checkCarry(identity, { table, before: tables[index] }, context))
  }
}
