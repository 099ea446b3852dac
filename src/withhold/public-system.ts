import { addCorrection, type Correction } from './corrections.ts'
import { type PublicSystem, type PublicTable, SystemBuilder } from './public-cells.ts'
import { addBalances, addCumulative, addLimits, addSame, addSums, addTotals } from './public-sums.ts'

/**
 * What an attacker knows before any solving: each printed count stands for the numbers that round to it, each hidden count
 * for those below `n`, and the sums that the tables declare hold between the true numbers: within a row, over places, over
 * months, over tables, and from one 累计 to the next. A 累计 that is made of printed counts adds nothing to that; it is there, so
 * that a 累计 made of true counts would be seen. What is supposed of `corrections` comes on top, and may be false.
 */
export function buildPublicSystem(
  tables: readonly PublicTable[],
  corrections: readonly Correction[] = [],
): PublicSystem {
  const builder = new SystemBuilder()
  const places = tables.map((table) => builder.addTable(table))
  for (const [at, table] of tables.entries()) {
    if (!table.isSuperseded) addTotals(builder, { table, cells: places[at] ?? [] })
    for (const identity of table.identities) {
      const own = { table, cells: places[at] ?? [] }
      if (identity.kind === 'balance') addBalances(builder, own, identity)
      if (identity.kind === 'at-most') addLimits(builder, own, identity)
      if (identity.kind === 'adds-up') addSums(builder, own, identity.measures)
      if (table.isSuperseded) continue
      if (identity.kind === 'cumulative') addCumulative(builder, own, identity)
      if (identity.kind !== 'same-as') continue
      const dataset = identity.dataset ?? table.dataset
      const other = tables.findIndex(
        (other) => other.dataset === dataset && other.table === identity.table && !other.isSuperseded,
      )
      const whole = tables[other]
      if (!whole) continue
      const others = { table: whole, cells: places[other] ?? [] }
      addSame(builder, own, others, identity)
      // Tables that agree in one count are of the same records, and agree in each that both have.
      for (const id of table.counts) {
        if (whole.counts.includes(id) && id !== identity.measure)
          addSame(builder, own, others, { measure: id, equals: id })
      }
    }
  }
  for (const { before, after } of corrections) {
    const [then, now] = [before, after].map((table) => ({ table, cells: places[tables.indexOf(table)] ?? [] }))
    if (then && now) addCorrection(builder, then, now)
  }
  return builder.result
}
