import { dateOfDay } from '../calendar/days.ts'

/** Rows whose value is at least `from` and below `to`, or at most `to` in the last bin. */
export interface Bin {
  from: string
  to: string
  rows: number
}

/** Steps of a chart as small as these. */
const BINS_MAX = 12
const DAYS_MAX = 31
const MONTHS_MAX = 36

/** Numbers in equal steps of 1, 2 or 5 times a power of ten; a single value is a bin of its own. */
export function binNumbers(values: readonly { value: number; rows: number }[]): Bin[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let isWhole = true
  for (const { value } of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
    isWhole &&= Number.isInteger(value)
  }
  if (!(low < high)) return values.map(({ value, rows }) => ({ from: String(value), to: String(value), rows }))
  const step = stepOf(high - low, isWhole)
  const start = Math.floor(low / step)
  const bins: number[] = Array.from({ length: Math.floor(high / step) - start + 1 }, () => 0)
  for (const { value, rows } of values) {
    const at = Math.floor(value / step) - start
    bins[at] = (bins[at] ?? 0) + rows
  }
  const formatEdge = (index: number) => String(Number(((start + index) * step).toPrecision(12)))
  // A step of one whole number has one value in it.
  const isSingle = isWhole && step === 1
  return bins.map((rows, index) => ({ from: formatEdge(index), to: formatEdge(isSingle ? index : index + 1), rows }))
}

/** The least step that makes no more bins than a small chart has room for. */
function stepOf(span: number, isWhole: boolean): number {
  const least = span / BINS_MAX
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least) ?? 10 * power
  return isWhole ? Math.max(1, step) : step
}

/** Dates by day, by month or by year, whichever a small chart has room for. `day` counts days. */
export function binDates(dates: readonly { text: string; day: number; rows: number }[]): Bin[] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { day } of dates) {
    low = Math.min(low, day)
    high = Math.max(high, day)
  }
  if (low > high) return []
  const span = high - low + 1
  const hasDays = dates.every(({ text }) => text.length >= 10)
  const hasMonths = dates.every(({ text }) => text.length >= 7)
  let length = 4
  if (hasDays && span <= DAYS_MAX) length = 10
  else if (hasMonths && span <= MONTHS_MAX * 31) length = 7
  const bins = new Map<string, number>()
  // Every step has its bin, those without a row too: a gap is to be seen.
  for (let day = low; day <= high; day += 1) bins.set(dateOfDay(day).slice(0, length), 0)
  for (const { day, rows } of dates) {
    const name = dateOfDay(day).slice(0, length)
    bins.set(name, (bins.get(name) ?? 0) + rows)
  }
  return [...bins].map(([name, rows]) => ({ from: name, to: name, rows }))
}
