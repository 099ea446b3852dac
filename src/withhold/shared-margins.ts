import type { Contract, TableSpec } from '../contracts/contract.ts'
import type { SharedMargin } from './released-cells.ts'

/** Sums of the tables of a dataset that tables of other datasets state, by the identities that either side declares. */
export function listSharedMargins(contract: Contract, contracts: readonly Contract[]): SharedMargin[] {
  const others = contracts.filter(({ id }) => id !== contract.id)
  const own = Object.entries(contract.tables).flatMap(([table, spec]) =>
    listSame(spec).flatMap(({ dataset, table: id, measure }) => {
      const other = others.find((other) => other.id === dataset)?.tables[id]
      return other ? [{ table, measure, dimensions: listCommon(spec, other) }] : []
    }),
  )
  const stated = others.flatMap(({ tables }) =>
    Object.values(tables).flatMap((other) =>
      listSame(other).flatMap(({ dataset, table, equals }) => {
        const spec = dataset === contract.id ? contract.tables[table] : undefined
        return spec ? [{ table, measure: equals, dimensions: listCommon(spec, other) }] : []
      }),
    ),
  )
  return [...own, ...stated]
}

function listSame({ identities = [] }: TableSpec) {
  return identities.filter((identity) => identity.kind === 'same-as')
}

function listCommon(a: TableSpec, b: TableSpec): string[] {
  const known = new Set(b.dimensions.map(({ column }) => column))
  return a.dimensions.flatMap(({ column }) => (known.has(column) ? [column] : []))
}
