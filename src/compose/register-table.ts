import type { DataTable } from '../charts/figure.ts'
import type { Places } from '../codes/places.ts'
import type { Column } from '../contracts/contract.ts'
import type { Cell } from '../contracts/table.ts'
import type { PublishedRow, PublishedTable } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'

/** Datasets whose registers have pages of their own. */
const WITH_ROOM: ReadonlySet<string> = new Set(['permits'])

/** True for a register whose entries are listed in a table on the page of its dataset. */
export function isListedOnPage({ contract, spec }: PublishedTable): boolean {
  return spec.kind === 'register' && !WITH_ROOM.has(contract.id)
}

/** The anchor of an entry's row, by what heads it: `entry-f046`. */
export function anchorOf(name: string): string {
  return `entry-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

/** Entries of a register as a table: keys and attributes in words, then its figures. All of the newest period where left out. */
export function buildRegisterTable(
  places: Places,
  table: PublishedTable,
  rows: readonly PublishedRow[] = table.readRows(table.periods.at(-1) ?? ''),
): DataTable {
  const { contract, spec } = table
  const texts = [...spec.dimensions.map((dimension) => dimension.column), ...(spec.attributes ?? [])]
  const columnOf = (id: string): Column => {
    const found = contract.columns[id]
    if (!found) throw new Error(`views: ${contract.id} has no column ${id}`)
    return found
  }
  const period = rows[0]?.period
  return {
    ...(period === undefined ? {} : { of: { dataset: contract.id, table: table.id, period } }),
    columns: [
      ...texts.map((id) => ({ id, label: columnOf(id).names })),
      // Without decimals of its own a number is printed unchanged: one register holds people and percentages.
      ...Object.entries(spec.measures).map(([id, { names }]) => ({ id, label: names })),
    ],
    rows: rows.map((row): (LocalText | string | Cell)[] => [
      ...texts.map((id) => labelOf(columnOf(id), row.key[id] ?? row.text[id] ?? '', places)),
      ...Object.keys(spec.measures).map((id): Cell => row.cells[id] ?? { value: null, status: 'not-reported' }),
    ]),
  }
}

/** A code in the words of its list, a place by its name; anything else unchanged. */
function labelOf({ type }: Column, code: string, places: Places): LocalText | string {
  if (type.kind === 'place') return places.get(code)?.names ?? code
  const item = type.kind === 'list' ? type.items.find((item) => item.code === code) : undefined
  return item ? { zh: item.zh, en: item.en } : code
}
