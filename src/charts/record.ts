import { monthsOf } from '../calendar/period.ts'
import type { Point } from '../measure/series.ts'
import type { LineSpec } from './line/line-spec.ts'
import type { MultiplesSpec } from './multiples/multiples-spec.ts'

/** The figure without what lies before its records: a month before the first report is not a missing month. */
export function clipToRecord(spec: LineSpec): LineSpec {
  const series = spec.series.map((series) => ({ ...series, points: recordOf(series.points) }))
  const first = Math.min(...series.flatMap((series) => series.points.map((point) => monthsOf(point.x) ?? 0)))
  const annotations = (spec.annotations ?? []).filter((annotation) => (monthsOf(annotation.x) ?? 0) >= first)
  return { ...spec, series, annotations }
}

/** As `clipToRecord`, for every panel and what it is compared with. */
export function clipPanelsToRecord(spec: MultiplesSpec): MultiplesSpec {
  const panels = spec.panels.map((panel) => ({
    ...panel,
    series: { ...panel.series, points: recordOf(panel.series.points) },
    ...(panel.reference ? { reference: { ...panel.reference, points: recordOf(panel.reference.points) } } : {}),
  }))
  return { ...spec, panels }
}

/** Points from the first that was reported; all of them where none was, for then the whole span is a gap. */
function recordOf(points: readonly Point[]): Point[] {
  const first = points.findIndex((point) => point.cell.status !== 'not-reported')
  return points.slice(Math.max(0, first))
}

/** Points that were stated: a forecast is not a result, nor is what was only derived from results. */
export function selectStated(points: readonly Point[]): Point[] {
  return points.filter(
    (point) => point.cell.value !== null && point.cell.status !== 'forecast' && point.derived === undefined,
  )
}
