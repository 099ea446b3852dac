import { findEnd } from '../../measure/compare.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import { composeMissingClause, type Voice } from '../phrases.ts'
import { CASES, STAGE, unitOf } from '../table-columns.ts'
import { describeTerm } from '../terms.ts'
import { drawDwell } from './draw-dwell.ts'
import type { DwellSpec } from './dwell-spec.ts'

export type { DwellSpec } from './dwell-spec.ts'

export const dwell: ChartKind<DwellSpec> = { draw: drawDwell, table: buildDwellTable, summarise: summariseDwell }

function buildDwellTable(spec: DwellSpec): DataTable {
  const median: DataColumn = { id: 'median', label: describeTerm('bar-median'), ...unitOf(spec) }
  const p90: DataColumn = { id: 'p90', label: { zh: '第90百分位数', en: '90th percentile' }, ...unitOf(spec) }
  const rows = spec.stages.map((stage) => [stage.label, stage.median, stage.p90, stage.n])
  return { columns: [STAGE, median, p90, CASES], rows }
}

function summariseDwell(spec: DwellSpec, voice: Voice): string {
  const { lang } = voice
  const ranked = spec.stages
    .filter((stage) => stage.median.value !== null)
    .toSorted((a, b) => (b.median.value ?? 0) - (a.median.value ?? 0))
  const [longest] = findEnd(
    ranked.map((stage) => ({ stage, cell: stage.median })),
    'high',
  )
  const clauses = ranked.map((stage) => {
    const isLongest = stage === longest?.stage
    const label = stage.label[lang]
    const [median, p90] = [voice.say(stage.median), stage.p90.value === null ? null : voice.say(stage.p90)]
    if (lang === 'zh')
      return `${label}${isLongest ? '用时最长，' : ''}中位数${median}${p90 ? `，九成不超过${p90}` : ''}`
    const lead = isLongest ? `${label} takes longest, with a median of ${median}` : `${label.toLowerCase()} ${median}`
    return p90 ? `${lead}, nine in ten within ${p90}` : lead
  })
  return voice.composeSentence([
    ...clauses,
    composeMissingClause(
      spec.stages.map((stage) => ({ label: stage.label[lang], cell: stage.median })),
      voice,
    ),
  ])
}
