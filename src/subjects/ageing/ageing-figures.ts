import { getLastDay } from '../../calendar/period.ts'
import type { LineSpec, MultiplesSpec, PyramidSpec, TileSpec } from '../../charts/figure.ts'
import { labelBand } from '../../charts/pyramid/label-band.ts'
import { buildFigureBase, hasValue, itemsOf, measureOf, placePathOf } from '../../compose/describe-figure.ts'
import { cityOf, listAnnotations, listDistricts, type Site, sourceOf } from '../../compose/site.ts'
import type { Cell } from '../../contracts/table.ts'
import { isKnown } from '../../measure/change.ts'
import { compareCells, findEnd, mayCall } from '../../measure/compare.ts'
import { findCell, findTable, NOT_REPORTED, type Pick, periodsOf, pointsOf } from '../../measure/select.ts'
import type { Series } from '../../measure/series.ts'
import { formatPeriod, formatValue } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { buildDistrictPanels } from '../district-panels.ts'
import { composeShareTitle } from './ageing-titles.ts'

const pickAgeing = (place: string, measure: string): Pick => ({
  dataset: 'population',
  table: 'ageing',
  measure,
  where: { place },
})

/** A share with the decimals of the contract, so that a title prints what the table prints. */
function describeShare(site: Site, cell: Cell, lang: Lang): string {
  const { unit, decimals = 0 } = measureOf(site, 'population', 'ageing', 'share_60_plus')
  return formatValue(cell, unit, decimals, lang)
}

/** Men and women by five-year band, the first published year behind the last. */
export function buildPyramid(site: Site, place: string): PyramidSpec | null {
  const contract = site.published.contracts.get('population')
  const years = periodsOf(site.published, 'population', 'age-sex').filter((year) => hasExisted(site, place, year))
  const [first, last] = [years[0], years.at(-1)]
  if (!contract || first === undefined || last === undefined) return null
  const bands = itemsOf(contract, 'band').map((item) => item.code)
  const pick = (age: string, sex: string): Pick => ({
    dataset: 'population',
    table: 'age-sex',
    measure: 'persons',
    where: { place, sex, band: age },
  })
  const listCells = (year: string, sex: string): Cell[] =>
    bands.map((age) => findCell(site.published, pick(age, sex), year))
  const share = pickAgeing(place, 'share_60_plus')
  const [then, now] = [findCell(site.published, share, first), findCell(site.published, share, last)]
  // The shares are in a table of their own, which may have been taken out.
  if (now.value === null || then.value === null) return null
  const step = compareCells(now, then)
  const title = localise((lang) => {
    const [a, b] = [describeShare(site, then, lang), describeShare(site, now, lang)]
    if (!mayCall(step))
      return lang === 'zh'
        ? `60岁及以上占${b}，${formatPeriod(first, lang)}占${a}`
        : `Aged 60 and over: ${b}, against ${a} in ${formatPeriod(first, lang)}`
    if (step === 'down')
      return lang === 'zh' ? `60岁及以上由${a}降到${b}` : `Fewer are aged 60 and over: ${b}, from ${a}`
    return lang === 'zh'
      ? `人口年龄结构上移：60岁及以上由${a}升到${b}`
      : `The age structure has shifted upward: from ${a} to ${b} aged 60 and over`
  })
  return {
    ...buildFigureBase(site, { id: 'pyramid', title, pick: pick(bands[0] ?? '', 'male'), periods: [first, last] }),
    kind: 'pyramid',
    bands: bands.map(labelBand),
    years: [
      { x: first, role: 'reference', men: listCells(first, 'male'), women: listCells(first, 'female') },
      { x: last, role: 'now', men: listCells(last, 'male'), women: listCells(last, 'female') },
    ],
  }
}

/** Shares aged 60+ and 65+ over the years, the projection dashed on. */
export function buildShareLine(site: Site, place: string): LineSpec | null {
  const years = periodsOf(site.published, 'population', 'ageing').filter((year) => hasExisted(site, place, year))
  if (years.length === 0) return null
  const measures = ['share_60_plus', 'share_65_plus'] as const
  const series = measures.map((measure, index): Series => {
    const seen = pointsOf(site.published, pickAgeing(place, measure), years)
    return {
      id: measure,
      label: measureOf(site, 'population', 'ageing', measure).names,
      role: index === 0 ? 'now' : 'reference',
      points: [...seen, ...listProjectedPoints(site, place, measure).filter((point) => !years.includes(point.x))],
    }
  })
  const values = isKnown(series[0]?.points ?? [])
  const [first, last] = [values[0], values.at(-1)]
  const seenLast = years.at(-1)
  if (!first || !last || seenLast === undefined) return null
  const title = localise((lang) => {
    const say = (year: string, cell: Cell) => [formatPeriod(year, lang), describeShare(site, cell, lang)] as const
    const [year, share] = say(seenLast, findCell(site.published, pickAgeing(place, 'share_60_plus'), seenLast))
    if (last.x === seenLast)
      return lang === 'zh' ? `${year}，60岁及以上占${share}` : `${share} were aged 60 and over in ${year}`
    const [later, expected] = say(last.x, { value: last.value, status: 'forecast' })
    return lang === 'zh'
      ? `${year}60岁及以上占${share}，预测${later}占${expected}`
      : `${share} aged 60 and over in ${year}; ${expected} forecast for ${later}`
  })
  const all = series.flatMap((series) => series.points.map((point) => point.x)).toSorted()
  const base = buildFigureBase(site, { id: 'shares', title, pick: pickAgeing(place, 'share_60_plus'), periods: years })
  const projection = findTable(site.published, 'population-projection', 'ageing')
  return {
    ...base,
    measure: { zh: '占常住人口的比重', en: 'Share of residents' },
    period: localise(
      (lang) =>
        `${formatPeriod(all[0] ?? first.x, lang)}${lang === 'zh' ? '—' : ' – '}${formatPeriod(all.at(-1) ?? last.x, lang)}`,
    ),
    sources: projection
      ? [...base.sources, sourceOf(site, 'population-projection', 'ageing', projection.periods)]
      : base.sources,
    kind: 'line',
    zero: true,
    subject: measureOf(site, 'population', 'ageing', 'share_60_plus').names,
    series,
    annotations: listAnnotations(site, { dataset: 'population', place, periods: years }),
  }
}

/** True where the place existed at the end of the year: one formed by merger has no figures of its own before. */
function hasExisted(site: Site, code: string, year: string): boolean {
  const place = site.places.get(code)
  return place !== undefined && site.places.isValid(place, getLastDay(year))
}

/** Points of the newest projection of a place; [] where none is published. */
function listProjectedPoints(site: Site, place: string, measure: string): Series['points'] {
  const table = findTable(site.published, 'population-projection', 'ageing')
  const made = table?.periods.at(-1)
  if (!table || made === undefined) return []
  return table
    .readRows(made)
    .filter((row) => row.key.place === place)
    .flatMap((row) => {
      const [x, cell] = [row.key.year, row.cells[measure]]
      return x !== undefined && cell ? [{ x, cell }] : []
    })
    .toSorted((a, b) => (a.x < b.x ? -1 : 1))
}

/** Share aged 60+ in each district over the years, the city behind. */
export function buildShareMultiples(site: Site): MultiplesSpec | null {
  const years = periodsOf(site.published, 'population', 'ageing')
  const last = years.at(-1)
  if (last === undefined) return null
  const { panels: whole } = buildDistrictPanels(site, years, (code) => pickAgeing(code, 'share_60_plus'))
  // A district is drawn from the year in which it began.
  const panels = whole.map((panel) => ({
    ...panel,
    series: { ...panel.series, points: panel.series.points.filter((point) => hasExisted(site, panel.id, point.x)) },
  }))
  const latest = panels.map(({ label, series }) => ({ label, cell: series.points.at(-1)?.cell ?? NOT_REPORTED }))
  if (!hasValue(latest.map(({ cell }) => cell))) return null
  const title = composeShareTitle(latest)
  return {
    ...buildFigureBase(site, {
      id: 'districts',
      title,
      pick: pickAgeing(cityOf(site).code, 'share_60_plus'),
      periods: years,
    }),
    kind: 'multiples',
    panels,
  }
}

/** Beds per 1,000 residents aged 60+, a cell a district. */
export function buildBedTiles(site: Site): TileSpec | null {
  const year = periodsOf(site.published, 'elder-care', 'facilities').at(-1)
  if (year === undefined) return null
  const pick = (place: string): Pick => ({
    dataset: 'elder-care',
    table: 'facilities',
    measure: 'beds_per_1000',
    where: { place },
  })
  const tiles = listDistricts(site, year).flatMap((place) =>
    place.tile
      ? [
          {
            id: place.code,
            label: place.names,
            path: placePathOf(place.code),
            ...place.tile,
            cell: findCell(site.published, pick(place.code), year),
          },
        ]
      : [],
  )
  const [first] = tiles
  if (!first || !hasValue(tiles.map(({ cell }) => cell))) return null
  const [fewest] = findEnd(tiles, 'low')
  const title = localise((lang) => {
    if (!fewest) return lang === 'zh' ? '各区每千名老人床位' : 'Beds per 1,000 aged 60+ by district'
    const beds = formatValue(fewest.cell, '', 1, lang)
    return lang === 'zh'
      ? `${fewest.label.zh}每千名老人床位最少，为${beds}张`
      : `${fewest.label.en} has the fewest beds: ${beds} per 1,000 aged 60+`
  })
  return {
    ...buildFigureBase(site, { id: 'beds', title, pick: pick(first.id), periods: [year] }),
    kind: 'tiles',
    worse: 'low',
    tiles,
  }
}

/** Life expectancy of men and women. */
export function buildLifeLine(site: Site): LineSpec | null {
  const years = periodsOf(site.published, 'life-expectancy', 'years')
  const place = cityOf(site).code
  const contract = site.published.contracts.get('life-expectancy')
  if (!contract || years.length === 0) return null
  const series = itemsOf(contract, 'sex').map(
    (item, index): Series => ({
      id: item.code,
      label: { zh: item.zh, en: item.en },
      role: (['now', 'reference', 'other'] as const)[index] ?? 'other',
      points: pointsOf(
        site.published,
        { dataset: 'life-expectancy', table: 'years', measure: 'years', where: { place, sex: item.code } },
        years,
      ),
    }),
  )
  const [first, last] = [years[0], years.at(-1)]
  const lead = series[0]
  if (!hasValue(series.flatMap((series) => series.points.map((point) => point.cell))) || !first || !last || !lead)
    return null
  const values = isKnown(lead.points)
  const gained = (values.at(-1)?.value ?? 0) - (values[0]?.value ?? 0)
  const title = localise((lang) => {
    const more = formatValue({ value: Math.abs(gained), status: 'final' }, '岁', 1, lang)
    return lang === 'zh'
      ? `预期寿命比${formatPeriod(first, lang)}${gained >= 0 ? '延长' : '缩短'}${more}`
      : `Life expectancy has ${gained >= 0 ? 'gained' : 'lost'} ${more} since ${formatPeriod(first, lang)}`
  })
  const pick: Pick = { dataset: 'life-expectancy', table: 'years', measure: 'years', where: { place, sex: lead.id } }
  return {
    ...buildFigureBase(site, { id: 'life-expectancy', title, pick, periods: years }),
    kind: 'line',
    zero: false,
    series,
    annotations: listAnnotations(site, { dataset: 'life-expectancy', place, periods: years }),
  }
}
