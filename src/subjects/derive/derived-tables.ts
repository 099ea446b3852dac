import { getLastDay } from '../../calendar/period.ts'
import type { Place } from '../../codes/places.ts'
import { itemsOf } from '../../compose/describe-figure.ts'
import { buildMeasuresTable } from '../../compose/measures-table.ts'
import type { Section } from '../../compose/section.ts'
import { cityOf, type Site } from '../../compose/site.ts'
import type { Contract } from '../../contracts/contract.ts'
import { findTable } from '../../measure/select.ts'
import { formatPeriod } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'
import { localise } from '../../text/ui.ts'
import { listShapes, listShownMeasures, type TableShape } from './table-shape.ts'

/** Columns of a table on a page; all of them are in its download. */
const MEASURES_MAX = 9

interface Row {
  label: LocalText
  where: Record<string, string>
}

/**
 * The measures of the dataset's first table: a row for the place, those below it and those around it, or a row for each
 * item of its list. `periodOf` gives the period that is shown, or null for none.
 */
export function buildPlaceTables(
  { site, contract }: { site: Site; contract: Contract },
  place: Place,
  periodOf: (table: string) => string | null,
): NonNullable<Section['tables']> {
  const [shape] = listShapes(contract)
  const period = shape ? periodOf(shape.id) : null
  if (!shape || period === null) return []
  const rows = listRows({ site, contract, shape, place, period }).filter((row) =>
    hasRow(site, contract, shape, row, period),
  )
  if (rows.length === 0) return []
  const data = buildMeasuresTable(site, {
    dataset: contract.id,
    table: shape.id,
    period,
    measures: listShownMeasures(shape.spec).slice(0, MEASURES_MAX),
    rowHeading: headingOf(contract, shape),
    rows,
  })
  const title = shape.spec.title
  const caption = localise((lang) =>
    lang === 'zh' ? `${title.zh}，${formatPeriod(period, lang)}` : `${title.en}, ${formatPeriod(period, lang)}`,
  )
  return [{ caption, data }]
}

function headingOf(contract: Contract, { list }: TableShape): LocalText {
  return (list && contract.columns[list.column]?.names) ?? { zh: '地区', en: 'Place' }
}

function listRows(of: { site: Site; contract: Contract; shape: TableShape; place: Place; period: string }): Row[] {
  const { site, contract, shape, place, period } = of
  const fixPlace = (code: string): Record<string, string> => (shape.place === null ? {} : { [shape.place]: code })
  const { list } = shape
  if (list) {
    return itemsOf(contract, list.column).map(({ code, zh, en }) => ({
      label: { zh, en },
      where: { ...fixPlace(place.code), [list.column]: code },
    }))
  }
  if (shape.place === null) return [{ label: cityOf(site).names, where: {} }]
  const below = site.places.listChildren(place.code, getLastDay(period))
  return [...below, ...site.places.listChain(place.code)].map(({ code, names }) => ({
    label: names,
    where: fixPlace(code),
  }))
}

function hasRow(site: Site, contract: Contract, shape: TableShape, row: Row, period: string): boolean {
  const rows = findTable(site.published, contract.id, shape.id)?.readRows(period) ?? []
  return rows.some((published) => Object.entries(row.where).every(([name, code]) => published.key[name] === code))
}
