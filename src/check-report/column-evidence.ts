import { toDayNumber } from '../calendar/days.ts'
import type { Column } from '../contracts/contract.ts'
import type { Row, Value } from '../contracts/row.ts'
import type { LocalText } from '../text/local-text.ts'
import { sum } from '../text/sum.ts'
import { type Bin, binDates, binNumbers } from './bins.ts'

/** What the values of a column are like, over the rows that may be used. */
export interface ColumnEvidence {
  rows: number
  missing: number
  distinct: number
  /** Null where no value may be shown, or where there is none. */
  shown: Shown | null
}

/** Values that may be shown: their range, and what a small chart is made of. */
export interface Shown {
  /** Least and greatest value as text; of texts the shortest and longest number of characters. */
  range: { kind: 'value' | 'length'; low: string; high: string } | null
  /** How many rows have each value, the most frequent first; of a list every item that is used. */
  values: { value: string; name: LocalText | null; rows: number }[]
  /** Distinct values that are not among `values`. */
  valuesLeft: number
  rowsLeft: number
  /** Of numbers and dates: rows by equal steps. */
  bins: Bin[]
  /** Of values too many to be named: how many of them are in one row, in two rows, and so on. */
  repeats: { rows: number; values: number }[]
}

/** Values that a chart names at most; of the others only the number is given. */
const VALUES_MAX = 60
/** Above so many different texts a chart of them says nothing. */
const TEXTS_MAX = 24

export function measureColumn(column: Column, id: string, rows: readonly Row[]): ColumnEvidence {
  const counts = new Map<Exclude<Value, null>, number>()
  let missing = 0
  for (const { values } of rows) {
    const value = values[id] ?? null
    if (value === null) missing += 1
    else counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return {
    rows: rows.length,
    missing,
    distinct: counts.size,
    shown: isOpen(column) && counts.size > 0 ? show(column, counts) : null,
  }
}

/** True where single values of the column may be seen: what is personal, nearly so, or free text is counted alone. */
export function isOpen({ privacy }: Column): boolean {
  return privacy === 'public' || privacy === 'dimension' || privacy === 'count'
}

type Counts = ReadonlyMap<Exclude<Value, null>, number>

function show(column: Column, counts: Counts): Shown {
  const { type } = column
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'percent': {
      const entries = [...counts].map(([value, rows]) => ({ value: Number(value), rows }))
      return { ...NOTHING, range: rangeOf(entries.map(({ value }) => value)), bins: binNumbers(entries) }
    }
    case 'date':
    case 'datetime':
    case 'month':
    case 'year': {
      const days = [...counts].flatMap(([value, rows]) => {
        const day = toDayNumber(dayOfText(String(value)))
        return day === null ? [] : [{ text: String(value), day, rows }]
      })
      return { ...NOTHING, range: textRangeOf([...counts.keys()]), bins: binDates(days) }
    }
    case 'list': {
      const named = new Map(type.items.map(({ code, zh, en }) => [code, { zh, en }]))
      return { ...NOTHING, ...valuesOf(counts, (code) => named.get(code) ?? null) }
    }
    case 'yes-no':
      return { ...NOTHING, ...valuesOf(counts, (code) => YES_NO[code] ?? null) }
    case 'place':
      return { ...NOTHING, range: textRangeOf([...counts.keys()]), ...valuesOf(counts, () => null) }
    case 'text': {
      const lengths = [...counts.keys()].map((text) => [...String(text)].length)
      const range = rangeOf(lengths)
      const values = counts.size <= TEXTS_MAX ? valuesOf(counts, () => null) : { repeats: repeatsOf(counts) }
      return { ...NOTHING, range: range && { ...range, kind: 'length' }, ...values }
    }
    default:
      return { ...NOTHING, range: textRangeOf([...counts.keys()]), repeats: repeatsOf(counts) }
  }
}

const NOTHING: Shown = { range: null, values: [], valuesLeft: 0, rowsLeft: 0, bins: [], repeats: [] }

const YES_NO: Readonly<Record<string, LocalText>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }

/** A month and a year begin on their first day. */
function dayOfText(text: string): string {
  return `${text}-01-01`.slice(0, 10)
}

function valuesOf(
  counts: Counts,
  nameOf: (code: string) => LocalText | null,
): Pick<Shown, 'values' | 'valuesLeft' | 'rowsLeft'> {
  const sorted = [...counts]
    .map(([value, rows]) => ({ value: String(value), name: nameOf(String(value)), rows }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
  const left = sorted.slice(VALUES_MAX)
  return { values: sorted.slice(0, VALUES_MAX), valuesLeft: left.length, rowsLeft: sum(left.map(({ rows }) => rows)) }
}

function repeatsOf(counts: Counts): Shown['repeats'] {
  const values = new Map<number, number>()
  for (const rows of counts.values()) values.set(rows, (values.get(rows) ?? 0) + 1)
  return [...values].map(([rows, values]) => ({ rows, values })).sort((a, b) => a.rows - b.rows)
}

function rangeOf(values: readonly number[]): Shown['range'] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return low > high ? null : { kind: 'value', low: String(low), high: String(high) }
}

function textRangeOf(values: readonly (string | number)[]): Shown['range'] {
  const sorted = values.map(String).sort()
  const [low, high] = [sorted[0], sorted.at(-1)]
  return low === undefined || high === undefined ? null : { kind: 'value', low, high }
}
