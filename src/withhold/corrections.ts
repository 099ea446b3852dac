import type { Placed, PublicRow, PublicTable, SystemBuilder } from './public-cells.ts'

/** Two versions of one file that are both public: an earlier revision, and the revision that took its place. */
export interface Correction {
  before: PublicTable
  after: PublicTable
}

/**
 * The corrections of tables that are printed exactly. Where counts are rounded, versions say nothing of each other: the same
 * count is always printed alike.
 */
export function listCorrections(tables: readonly PublicTable[]): Correction[] {
  return tables.flatMap((before, at) => {
    if (!before.isSuperseded || before.printing.isExact !== true) return []
    const [period] = before.rows.map((row) => row.period)
    const isOfFile = (table: PublicTable) =>
      isSameTable(table, before) && table.rows.some((row) => row.period === period)
    // Earlier revisions of a period come in their order.
    const after =
      tables.slice(at + 1).find((table) => table.isSuperseded && isOfFile(table)) ??
      tables.find((table) => !table.isSuperseded && isOfFile(table))
    return after ? [{ before, after }] : []
  })
}

/** `ratings.1` is a revision of `ratings`. */
function isSameTable(a: PublicTable, b: PublicTable): boolean {
  const [ofA, ofB] = [a, b].map(({ table }) => table.replace(/\.\d+$/, ''))
  return a.dataset === b.dataset && ofA === ofB
}

/**
 * What an attacker supposes of a correction: no count has changed by more than the counts that both versions print, nor in a
 * direction in which none of these has. Counts that are hidden in one version and printed in the other are then known nearly, and
 * exactly where no printed count has changed.
 */
export function addCorrection(builder: SystemBuilder, before: Placed, after: Placed): void {
  const rows = new Map(after.table.rows.map((row, at) => [keyOf(row, after.table), at]))
  const pairs = before.table.rows.flatMap((row, at) => {
    const other = rows.get(keyOf(row, after.table))
    if (other === undefined) return []
    return after.table.counts.map((id) => ({
      cells: [before.cells[at]?.[id], after.cells[other]?.[id]] as const,
      values: [row.cells[id]?.value ?? null, after.table.rows[other]?.cells[id]?.value ?? null] as const,
    }))
  })
  const changes = pairs.flatMap(({ values: [then, now] }) => (then === null || now === null ? [] : [now - then]))
  if (changes.length === 0) return
  const [least, most] = [Math.min(0, ...changes), Math.max(0, ...changes)]
  for (const { cells, values } of pairs) {
    const [then, now] = cells
    if (then === undefined || now === undefined || !values.includes(null)) continue
    const [gone, added] = [builder.addCell('', [0, -least], 0), builder.addCell('', [0, most], 0)]
    builder.addEqualSums([then, added], [now, gone])
  }
}

function keyOf({ period, key }: PublicRow, { dimensions }: PublicTable): string {
  return [period, ...dimensions.map((id) => key[id] ?? '')].join('\t')
}
