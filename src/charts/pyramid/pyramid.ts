import type { Cell } from '../../contracts/table.ts'
import { findEnd } from '../../measure/compare.ts'
import { formatPeriod } from '../../text/format.ts'
import { sum } from '../../text/sum.ts'
import type { ChartKind } from '../chart-kind.ts'
import type { DataColumn, DataTable } from '../figure-base.ts'
import type { Voice } from '../phrases.ts'
import { type Entry, NONE, unitOf } from '../table-columns.ts'
import { composeForecastRemark, describeTerm, translateTerm } from '../terms.ts'
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

/** Where no age group may be called the largest: how many there are of either sex; null where a group is not known. */
function composeTotals({ men, women }: PyramidSpec['years'][number], when: string, voice: Voice): string | null {
  if ([...men, ...women].some(({ value }) => value === null)) return null
  const [ofMen, ofWomen] = [men, women].map((cells) =>
    voice.say({ value: sum(cells.map(({ value }) => value ?? 0)), status: 'final' }),
  )
  return voice.lang === 'zh' ? `${when}男性共${ofMen}，女性共${ofWomen}` : `${when}: ${ofMen} men and ${ofWomen} women`
}

function summarisePyramid(spec: PyramidSpec, voice: Voice): string {
  const { lang } = voice
  const findPeak = (cells: readonly Cell[]): string | null => {
    const [top] = findEnd(
      cells.map((cell, index) => ({ cell, band: spec.bands[index] ?? '' })),
      'high',
    )
    if (!top) return null
    const band = top.band.replace('-', '–')
    return lang === 'zh' ? `${band}岁（${voice.say(top.cell)}）` : `${band} (${voice.say(top.cell)})`
  }
  const clauses = spec.years.map((year) => {
    const [men, women] = [findPeak(year.men), findPeak(year.women)]
    const when = formatPeriod(year.x, lang) + composeForecastRemark(year.forecast ?? false, lang)
    if (!men || !women) return composeTotals(year, when, voice)
    return lang === 'zh'
      ? `${when}人数最多的年龄组，男性为${men}，女性为${women}`
      : `in ${when} the largest age group was ${men} among men and ${women} among women`
  })
  return voice.composeSentence(clauses.some((clause) => clause !== null) ? clauses : [translateTerm('missing', lang)])
}
