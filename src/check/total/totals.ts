import type { Value } from '../../contracts/row.ts'
import type { SheetRow } from '../../read/sheet.ts'
import type { SumLabel } from '../../read/sum-label.ts'
import { simplifyLabel, sumLabelOf } from '../../read/sum-label.ts'
import { PlaceNames } from '../values/place-names.ts'
import { findLoneParts } from './lone-parts.ts'
import type { Naming } from './naming.ts'
import { findStatedValue, listSummedColumns } from './stated.ts'
import type { TotalContext, TotalRow } from './total-row.ts'

/** Records, sums, and rows that may be either. */
interface Parted {
  data: SheetRow[]
  totals: TotalRow[]
  unclear: TotalRow[]
}

/** Parts data from sums by the label in a column that names the row. A remark makes no sum of a row. */
export function takeOutTotals(rows: readonly SheetRow[], context: TotalContext): Parted {
  const data: SheetRow[] = []
  const totals: TotalRow[] = []
  const finder = new LabelFinder(context)
  for (const row of rows) {
    const found = finder.find(row)
    if (found === null) data.push(row)
    else totals.push({ ...row, ...found, above: data.length })
  }
  // A part that would be lost, or a row that may be a record and states no number that could decide it.
  const lone = findLoneParts({ data, totals }, context)
  const isUnclear = (total: TotalRow) =>
    lone.has(total) || (total.of !== 'part' && total.isDoubtful && statesNone(total, context))
  return { data, totals: totals.filter((total) => !isUnclear(total)), unclear: totals.filter(isUnclear) }
}

function statesNone(row: SheetRow, { contract, match }: TotalContext): boolean {
  return listSummedColumns(contract, match).every(
    (summedColumn) => findStatedValue(row, summedColumn, contract) === null,
  )
}

type Found = Omit<TotalRow, keyof SheetRow | 'above'>

class LabelFinder {
  readonly #context: TotalContext
  readonly #own: ReadonlySet<string>
  readonly #records: ReadonlySet<string>

  constructor(context: TotalContext) {
    this.#context = context
    this.#own = new Set((context.contract.profile?.totals ?? []).map(simplifyLabel))
    this.#records = new Set((context.contract.profile?.records ?? []).map(simplifyLabel))
  }

  /** What a row of sums says, or null for a record. */
  find(row: SheetRow): Found | null {
    const index = this.#context.naming.labels.find((at) => this.#label(row, at) !== null) ?? this.#findLeading(row)
    const label = index === undefined ? null : this.#label(row, index)
    if (index === undefined || label === null) return null
    const { names, times } = this.#context.naming
    const named = this.#collectValues(row, index, names)
    const shared = { ...named, ...this.#collectValues(row, index, times) }
    const isUnknown = label.of === 'group' && label.name !== '' && !this.#isName(label.name)
    const isDoubtful = isUnknown || this.#isDoubtful(row, index, named)
    return { ...label, label: (row.cells[index] ?? '').trim(), index, shared, isDoubtful }
  }

  #label(row: SheetRow, index: number): SumLabel | null {
    const text = row.cells[index] ?? ''
    const label = text === '' ? null : sumLabelOf(text, this.#own)
    if (label === null || (this.#records.size > 0 && this.#records.has(simplifyLabel(text)))) return null
    const { naming } = this.#context
    const bound = naming.columns.get(index)
    const isText = bound?.column.type.kind === 'text'
    // 合计 may be an item of a list: then it is a value like any other.
    if (bound && !isText && this.#context.valueAt(index, text) !== undefined) return null
    if (naming.isRemark(index)) return null
    // 人口合计 and 其中参保人数 are about rows only where they name the row: elsewhere they name an indicator.
    const isLoose =
      label.of === 'part' ? !label.isPlain : label.of === 'group' && label.name !== '' && !this.#isName(label.name)
    const namesRow = bound ? bound.isKey || this.#context.contract.key.length === 0 : label.of !== 'part'
    return isLoose && !namesRow ? null : label
  }

  /** The first cell that holds a word, where it lies left of the counts. */
  #findLeading(row: SheetRow): number | undefined {
    const { naming, contract } = this.#context
    const word = row.cells.findIndex((cell) => /\p{L}/u.test(cell))
    if (word === -1 || word >= naming.left || this.#label(row, word) === null) return undefined
    // Without counts nothing but its blank name can show that a row is no record.
    const isUncounted = naming.left === Number.POSITIVE_INFINITY && contract.key.length > 0
    const isName =
      naming.columns.has(word) && isUncounted && Object.keys(this.#collectValues(row, word, naming.names)).length > 0
    return isName ? undefined : word
  }

  /** Values of these columns but for that of the label; what is no value of its column names nothing. */
  #collectValues(row: SheetRow, index: number, columns: Naming['names']): Record<string, Value> {
    const values: Record<string, Value> = {}
    for (const column of columns) {
      const text = (row.cells[column.index] ?? '').trim()
      if (column.index === index || text === '' || sumLabelOf(text, this.#own) !== null) continue
      const value = this.#context.valueAt(column.index, text)
      if (value !== undefined && value !== null) values[column.id] = value
    }
    return values
  }

  /** A row that is named besides may be a record, unless its label is in a place where a record has no such value. */
  #isDoubtful(row: SheetRow, index: number, named: Readonly<Record<string, Value>>): boolean {
    if (Object.keys(named).length === 0) return false
    const { contract, naming } = this.#context
    const bound = naming.columns.get(index)
    if (bound === undefined || bound.column.type.kind === 'text') return true
    if (contract.key.length > 0 && !bound.isKey) return true
    return statesNone(row, this.#context)
  }

  #isName(name: string): boolean {
    if (PlaceNames.from(this.#context.places).find(name).places.length > 0) return true
    return [...this.#context.naming.columns].some(
      ([index, { column }]) => column.type.kind === 'list' && this.#context.valueAt(index, name) !== undefined,
    )
  }
}
