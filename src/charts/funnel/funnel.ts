import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import { composeMissingClause, type Voice, voiceOfShares } from '../phrases.ts'
import { buildValueColumn, deriveCell, type Entry, PERCENT, STAGE } from '../table-columns.ts'
import { drawFunnel, findPassedOn } from './draw-funnel.ts'
import type { FunnelSpec } from './funnel-spec.ts'

export type { FunnelSpec } from './funnel-spec.ts'

export const funnel: ChartKind<FunnelSpec> = { draw: drawFunnel, table: buildFunnelTable, summarise: summariseFunnel }

function buildFunnelTable(spec: FunnelSpec): DataTable {
  const rate: DataColumn = { id: 'of_previous', label: { zh: '为上一步的', en: 'Of the step before' }, ...PERCENT }
  const rows = spec.stages.map((stage, index): Entry[] => {
    const before = spec.stages[index - 1]
    return [stage.label, stage.cell, deriveCell(findPassedOn(spec, index), before ? [stage.cell, before.cell] : [])]
  })
  return { columns: [STAGE, buildValueColumn(spec), rate], rows }
}

function summariseFunnel(spec: FunnelSpec, voice: Voice): string {
  const { lang } = voice
  const percent = voiceOfShares(voice)
  const steps = spec.stages.map((stage, index) => {
    if (stage.cell.value === null) return null
    const share = findPassedOn(spec, index)
    const label = stage.label[lang]
    const amount =
      lang === 'zh' ? `${label}${voice.say(stage.cell)}` : `${label.toLowerCase()} ${voice.say(stage.cell)}`
    if (share === null) return amount
    const rate = percent.say({ value: share, status: 'final' })
    return lang === 'zh' ? `${amount}，为上一步的${rate}` : `${amount}, ${rate} of the step before`
  })
  return voice.composeSentence([
    ...steps,
    composeMissingClause(
      spec.stages.map((stage) => ({ label: stage.label[lang], cell: stage.cell })),
      voice,
    ),
  ])
}
