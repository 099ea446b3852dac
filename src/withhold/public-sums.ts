import { toDayNumber } from '../calendar/days.ts'
import { comparePeriods, getFirstDay, getLastDay } from '../calendar/period.ts'
import type { Identity } from '../contracts/contract.ts'
import { listPeriodsSinceJanuary } from '../contracts/running-total.ts'
import type { Placed, PublicRow, PublicTable, SystemBuilder } from './public-cells.ts'

export function addBalances(
  builder: SystemBuilder,
  { cells }: Placed,
  { plus, minus, equals }: Extract<Identity, { kind: 'balance' }>,
): void {
  for (const row of cells) {
    const whole = [equals, ...minus].map((id) => row[id])
    const parts = plus.map((id) => row[id])
    if (minus.length === 0) builder.addEquation(row[equals], parts)
    else builder.addEqualSums(whole, parts)
  }
}

/** a ≤ b: what b has beyond a is printed nowhere. */
export function addLimits(
  builder: SystemBuilder,
  { table, cells }: Placed,
  { a, b }: Extract<Identity, { kind: 'at-most' }>,
): void {
  for (const row of cells) {
    if (row[a] !== undefined && row[b] !== undefined) builder.addDifference(row[b], row[a], table)
  }
}

/** Each place is the sum of the places directly below it, with the other dimensions alike. */
export function addSums(builder: SystemBuilder, { table, cells }: Placed, measures: readonly string[]): void {
  const others = table.dimensions.filter((id) => id !== 'place')
  const groups = Map.groupBy(table.rows.keys(), (at) => {
    const row = table.rows[at]
    return [row?.period, ...others.map((id) => row?.key[id])].join('\t')
  })
  for (const rows of groups.values()) {
    const prefixOf = (at: number) => prefixOfPlace(table.rows[at]?.key['place'] ?? '')
    const findAbove = (at: number) =>
      rows
        .filter((other) => prefixOf(other).length < prefixOf(at).length && prefixOf(at).startsWith(prefixOf(other)))
        .toSorted((a, b) => prefixOf(b).length - prefixOf(a).length)[0]
    const below = Map.groupBy(rows, findAbove)
    for (const [parent, children] of below) {
      if (parent === undefined) continue
      for (const id of measures) {
        builder.addEquation(
          cells[parent]?.[id],
          children.map((child) => cells[child]?.[id]),
        )
      }
    }
  }
}

/** 990100 → 9901, 990101 → 990101: the digits that all places within begin with (GB/T 2260). */
function prefixOfPlace(code: string): string {
  return /^\d{6}$/.test(code) ? code.replace(/(?:0000|00)$/, '') : code
}

export function addCumulative(
  builder: SystemBuilder,
  { table, cells }: Placed,
  { measure, of }: Extract<Identity, { kind: 'cumulative' }>,
): void {
  if (of === undefined) return
  const groups = Map.groupBy(table.rows.keys(), (at) => keyOf(table.rows[at], table.dimensions))
  for (const rows of groups.values()) {
    const ordered = rows.toSorted((a, b) => comparePeriods(table.rows[a]?.period ?? '', table.rows[b]?.period ?? ''))
    for (const [index, at] of ordered.entries()) {
      const before = ordered[index - 1]
      const [period, earlier] = [table.rows[at]?.period ?? '', table.rows[before ?? -1]?.period ?? '']
      if (before === undefined || period.slice(0, 4) !== earlier.slice(0, 4)) continue
      builder.addEquation(cells[at]?.[measure], [cells[before]?.[measure], cells[at]?.[of]])
    }
  }
}

/** A 累计 of printed counts, with its range: the periods of the year add up to something within it. */
export function addTotals(builder: SystemBuilder, { table, cells }: Placed): void {
  for (const rows of Map.groupBy(table.rows.keys(), (at) => keyOf(table.rows[at], table.dimensions)).values()) {
    const byPeriod = new Map(rows.map((at) => [table.rows[at]?.period ?? '', at]))
    for (const [period, at] of byPeriod) {
      const parts = listPeriodsSinceJanuary(period).map((each) => byPeriod.get(each) ?? -1)
      for (const { of, low, high } of table.totals) {
        const [from, to] = [low, high].map((id) => table.rows[at]?.cells[id]?.value ?? null)
        if (from == null || to == null) continue
        const total = builder.addCell('', [from, to], from)
        builder.addEquation(
          total,
          parts.map((part) => cells[part]?.[of]),
        )
      }
    }
  }
}

/**
 * The sum of one table over what the other does not show equals the other; where one is by the month and the other by the
 * quarter, over all months of the quarter.
 */
export function addSame(
  builder: SystemBuilder,
  own: Placed,
  whole: Placed,
  { measure, equals }: { measure: string; equals: string },
): void {
  const shared = own.table.dimensions.filter((id) => whole.table.dimensions.includes(id))
  const [ofOwn, ofWhole] = [own, whole].map(({ table }) =>
    Map.groupBy(table.rows.keys(), (at) => keyOf(table.rows[at], shared)),
  )
  for (const [key, rows] of ofOwn ?? []) {
    const others = ofWhole?.get(key) ?? []
    for (const span of listSpans(own.table, rows, whole.table, others)) {
      const a = rows.filter((at) => isWithin(own.table.rows[at]?.period, span))
      const b = others.filter((at) => isWithin(whole.table.rows[at]?.period, span))
      if (!isCovered(own.table, a, span) || !isCovered(whole.table, b, span)) continue
      builder.addEqualSums(
        a.map((at) => own.cells[at]?.[measure]),
        b.map((at) => whole.cells[at]?.[equals]),
      )
    }
  }
}

function keyOf(row: PublicRow | undefined, dimensions: readonly string[]): string {
  return dimensions.map((id) => row?.key[id] ?? '').join('\t')
}

/** The longer periods of two tables. */
function listSpans(a: PublicTable, ofA: readonly number[], b: PublicTable, ofB: readonly number[]): Set<string> {
  const [periodsA, periodsB] = [
    new Set(ofA.map((at) => a.rows[at]?.period ?? '')),
    new Set(ofB.map((at) => b.rows[at]?.period ?? '')),
  ]
  const lengthOf = (periods: ReadonlySet<string>) => Math.max(0, ...[...periods].map(countDays))
  return lengthOf(periodsA) >= lengthOf(periodsB) ? periodsA : periodsB
}

function isWithin(period: string | undefined, span: string): boolean {
  if (period === undefined) return false
  return getFirstDay(period) >= getFirstDay(span) && getLastDay(period) <= getLastDay(span)
}

/** True where the periods of these rows fill the span. */
function isCovered({ rows }: PublicTable, own: readonly number[], span: string): boolean {
  let days = 0
  for (const period of new Set(own.map((at) => rows[at]?.period ?? ''))) days += countDays(period)
  return days === countDays(span)
}

function countDays(period: string): number {
  return (toDayNumber(getLastDay(period)) ?? 0) - (toDayNumber(getFirstDay(period)) ?? 0) + 1
}
