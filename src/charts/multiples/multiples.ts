import type { Cell } from '../../contracts/table.ts'
import { compareCells } from '../../measure/compare.ts'
import { formatPeriod } from '../../text/format.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataTable } from '../figure-base.ts'
import { buildLineTable } from '../line/line-table.ts'
import { composeEndsClause, composeMissingClause, type Voice } from '../phrases.ts'
import { clipPanelsToRecord, selectStated } from '../record.ts'
import { nameOfMeasure } from '../table-columns.ts'
import { translateTerm } from '../terms.ts'
import { drawMultiples } from './draw-multiples.ts'
import type { MultiplesSpec } from './multiples-spec.ts'

export type { MultiplesSpec } from './multiples-spec.ts'

export const multiples: ChartKind<MultiplesSpec> = {
  draw: drawMultiples,
  table: buildMultiplesTable,
  summarise: summariseMultiples,
}

function buildMultiplesTable(spec: MultiplesSpec): DataTable {
  const all = spec.panels.map((panel) => ({ ...panel.series, label: panel.label }))
  const references = new Map(
    spec.panels.flatMap((panel) => (panel.reference ? [[panel.reference.id, panel.reference] as const] : [])),
  )
  const series = [...all, ...references.values()]
  return buildLineTable({ ...spec, kind: 'line', series })
}

/** The latest value of each panel: highest, lowest, and who lies below the reference. */
function summariseMultiples(whole: MultiplesSpec, voice: Voice): string {
  const spec = clipPanelsToRecord(whole)
  const { lang } = voice
  const ends = spec.panels.map((panel) => ({
    label: panel.label[lang],
    point: selectStated(panel.series.points).at(-1),
  }))
  const newest = ends
    .map(({ point }) => point?.x ?? '')
    .toSorted()
    .at(-1)
  // Only what is known for the same, newest period is compared.
  const latest = ends.map(({ label, point }) => ({ label, point: point?.x === newest ? point : undefined }))
  const known = latest.flatMap(({ label, point }) =>
    point ? [{ label, x: point.x, cell: point.cell, value: point.cell.value ?? 0 }] : [],
  )
  const ranked = known.toSorted((a, b) => b.value - a.value)
  const [high] = ranked
  if (!high) return voice.composeSentence([translateTerm('missing', lang)])
  const when = formatPeriod(high.x, lang)
  const what = lang === 'zh' ? `${when}${nameOfMeasure(spec).zh}` : `${nameOfMeasure(spec).en} in ${when}`
  const labelled = ranked.map(({ label, cell }) => ({ label, cell, said: voice.say(cell) }))
  const compared = composeEndsClause(what, labelled, voice)
  const none = latest.filter(({ point }) => !point).map(({ label }) => label)
  const missing =
    none.length === 0
      ? null
      : composeMissingClause(
          none.map((label) => ({ label, cell: { value: null, status: 'not-reported' } })),
          voice,
        )
  return voice.composeSentence([compared, composeBelowClause(spec, ranked, voice), missing])
}

type Known = { label: string; x: string; cell: Cell }

function composeBelowClause(spec: MultiplesSpec, ranked: readonly Known[], voice: Voice): string | null {
  const reference = spec.panels.find((panel) => panel.reference)?.reference
  const point = reference ? selectStated(reference.points).at(-1) : undefined
  if (!reference || !point) return null
  const ofThen = ranked.filter((known) => known.x === point.x)
  const below = ofThen.filter(({ cell }) => compareCells(cell, point.cell) === 'down').map(({ label }) => label)
  const said = voice.say(point.cell)
  const name = voice.pick(reference.label)
  if (voice.lang === 'zh') {
    if (below.length === 0) return `${name}为${said}`
    const tail = below.length === 1 ? `只有${below[0]}低于${name}` : `${voice.list(below)}低于${name}`
    return `${name}为${said}，${tail}`
  }
  if (below.length === 0) return `${name} ${said}`
  return `${name} ${said}, ${below.length === 1 ? 'only ' : ''}${voice.list(below)} ${below.length === 1 ? 'is' : 'are'} below`
}
