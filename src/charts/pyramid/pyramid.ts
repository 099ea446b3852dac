import type { Cell } from '../../contracts/table.ts'
import { formatPeriod } from '../../text/format.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import type { Voice } from '../phrases.ts'
import { type Entry, NONE, unitOf } from '../table-columns.ts'
import { composeForecastRemark, describeTerm } from '../terms.ts'
import { drawPyramid } from './draw-pyramid.ts'
import type { PyramidSpec } from './pyramid-spec.ts'

export type { PyramidSpec } from './pyramid-spec.ts'

export const pyramid: ChartKind<PyramidSpec> = {
  draw: drawPyramid,
  table: buildPyramidTable,
  summarise: summarisePyramid,
}

function buildPyramidTable(spec: PyramidSpec): DataTable {
  const unit = unitOf(spec)
  const band: DataColumn = { id: 'age', label: { zh: '年龄', en: 'Age' } }
  const columns = spec.years.flatMap((year) =>
    (['men', 'women'] as const).map((sex) => {
      const label = {
        zh: `${formatPeriod(year.x, 'zh')}${describeTerm(sex).zh}`,
        en: `${describeTerm(sex).en}, ${formatPeriod(year.x, 'en')}`,
      }
      return { id: `${sex}_${year.x}`, label, ...unit }
    }),
  )
  const rows = spec.bands.map((band, index): Entry[] => [
    band,
    ...spec.years.flatMap((year) => [year.men[index] ?? NONE, year.women[index] ?? NONE]),
  ])
  return { columns: [band, ...columns], rows }
}

function summarisePyramid(spec: PyramidSpec, voice: Voice): string {
  const { lang } = voice
  const findPeak = (cells: readonly Cell[]): string | null => {
    const ranked = cells
      .map((cell, index) => ({ cell, band: spec.bands[index] ?? '' }))
      .filter(({ cell }) => cell.value !== null)
    const top = ranked.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))[0]
    if (!top) return null
    const band = top.band.replace('-', '–')
    return lang === 'zh' ? `${band}岁（${voice.say(top.cell)}）` : `${band} (${voice.say(top.cell)})`
  }
  const clauses = spec.years.map((year) => {
    const [men, women] = [findPeak(year.men), findPeak(year.women)]
    if (!men || !women) return null
    const when = formatPeriod(year.x, lang) + composeForecastRemark(year.forecast ?? false, lang)
    return lang === 'zh'
      ? `${when}人数最多的年龄组，男性为${men}，女性为${women}`
      : `in ${when} the largest age group was ${men} among men and ${women} among women`
  })
  return voice.sentence(clauses)
}
