import type { LocalText } from '../../text/local-text.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import { clipToRecord } from '../record.ts'
import {
  areMedians,
  CASES,
  countCases,
  describeBound,
  type Entry,
  HIGH,
  joinTexts,
  LOW,
  makeFinalCell,
  NO_WORDS,
  NONE,
  PERIOD,
  unitOf,
} from '../table-columns.ts'
import { makeTimeAxis } from '../time.ts'
import type { LineSpec } from './line-spec.ts'

/** A row for each x value, with a column for each series and for the bounds, qualifiers and remarks that it has. */
export function buildLineTable(whole: LineSpec): DataTable {
  const spec = clipToRecord(whole)
  const unit = unitOf(spec)
  const columns: DataColumn[] = [PERIOD]
  const readers: ((x: string) => Entry)[] = []
  for (const series of spec.series) {
    const byX = new Map(series.points.map((point) => [point.x, point]))
    const add = (
      suffix: string,
      label: LocalText,
      read: (x: string) => Entry,
      of: Partial<DataColumn> = unit,
    ): void => {
      columns.push({ id: series.id + suffix, label, ...of })
      readers.push(read)
    }
    add('', series.label, (x) => byX.get(x)?.cell ?? NONE)
    if (areMedians(series.points.map(({ cell }) => cell))) {
      const { label, unit: none = '', decimals = 0 } = CASES
      add('_n', joinTexts(series.label, label), (x) => countCases(byX.get(x)?.cell), { unit: none, decimals })
    }
    if (series.points.some((point) => point.low)) {
      add('_low', joinTexts(series.label, LOW), (x) => byX.get(x)?.low ?? NONE)
      add('_high', joinTexts(series.label, HIGH), (x) => byX.get(x)?.high ?? NONE)
    }
    if (series.points.some((point) => point.bound)) {
      const bound = { zh: '限定', en: 'qualifier' }
      add('_bound', joinTexts(series.label, bound), (x) => describeBound(byX.get(x)?.bound), {})
    }
    if (series.points.some((point) => point.derived)) {
      const note = { zh: '说明', en: 'remark' }
      add('_remark', joinTexts(series.label, note), (x) => byX.get(x)?.derived ?? NO_WORDS, {})
    }
  }
  const rule = spec.rule
  if (rule) {
    columns.push({ id: 'rule', label: rule.label, ...unit })
    readers.push(() => makeFinalCell(rule.value))
  }
  const { values } = makeTimeAxis(
    spec.series.flatMap((series) => series.points.map((point) => point.x)),
    0,
    1,
  )
  return { columns, rows: values.map((x) => [x, ...readers.map((read) => read(x))]) }
}
