import type { Places } from '../../codes/places.ts'
import type { Contract, Identity } from '../../contracts/contract.ts'
import type { Table } from '../../contracts/table.ts'
import type { Problem } from '../../problems/problem.ts'
import { ProblemCollector } from '../../problems/problem-collector.ts'
import { checkAddsUp } from './identities/adds-up.ts'
import { checkAtMost } from './identities/at-most-identity.ts'
import { checkBalance } from './identities/balance.ts'
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
  const byId = new Map<string, Table[]>()
  for (const table of tables) byId.set(table.table, [...(byId.get(table.table) ?? []), table])
  const all = new Map([...others, ...[...byId].map(([id, list]) => [`${contract.id}/${id}`, list] as const)])
  for (const [id, spec] of Object.entries(contract.tables)) {
    const filled = [...(byId.get(id) ?? [])].sort((a, b) => (a.period < b.period ? -1 : 1))
    const context = { contract, id, spec, all, places, contracts }
    for (const identity of spec.identities ?? []) problems.addAll(checkIdentity(identity, filled, context))
  }
  return problems.all()
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
