import type { Place } from '../../codes/places.ts'
import { measureOf } from '../../compose/describe-figure.ts'
import type { Site } from '../../compose/site.ts'
import type { Contract, Measure, TableSpec } from '../../contracts/contract.ts'
import type { Headline } from '../../contracts/presentation.ts'
import { listPublishedItems } from '../../contracts/published-items.ts'
import type { Cell } from '../../contracts/table.ts'
import { findShownInterval, type RateInterval } from '../../measure/rate-interval.ts'
import { findCell, findRow, findTable, type Pick } from '../../measure/select.ts'
import { formatNumber, formatValue } from '../../text/format.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { describeUnit } from '../../text/units.ts'
import { placeColumnOf } from '../figures/figure-scope.ts'

/** A headline of a dataset, for one place and one period. */
export interface HeadlineScope {
  site: Site
  contract: Contract
  headline: Headline
  place: Place | null
  period: string
}

function specOf({ contract, headline }: HeadlineScope): TableSpec {
  const spec = contract.tables[headline.table]
  if (!spec)
    throw new Error(`contract: the presentation of ${contract.id} names ${headline.table}, which is not a table`)
  return spec
}

/** The cell of a measure of the headline's table, with further values of dimensions. */
export function pickOf(scope: HeadlineScope, measure: string, more: Record<string, string> = {}): Pick {
  const { contract, headline, place } = scope
  const column = placeColumnOf(contract, specOf(scope))
  const where = {
    ...(column !== undefined && place ? { [column]: place.code } : {}),
    ...(headline.where ?? {}),
    ...more,
  }
  return { dataset: contract.id, table: headline.table, measure, where }
}

export function findHeadlineValue(scope: HeadlineScope, measure: string, period = scope.period): number | null {
  return findHeadlineCell(scope, measure, period).value
}

export function findHeadlineCell(scope: HeadlineScope, measure: string, period: string): Cell {
  return findCell(scope.site.published, pickOf(scope, measure), period)
}

export function intervalOf(scope: HeadlineScope, period: string): RateInterval | null {
  const { contract, headline, site } = scope
  const table = findTable(site.published, contract.id, headline.table)
  const row = table && findRow(table, period, pickOf(scope, headline.measure).where)
  return row ? findShownInterval(table.spec, row, headline.measure) : null
}

export function measureIn(scope: HeadlineScope, measure: string): Measure {
  return measureOf(scope.site, scope.contract.id, scope.headline.table, measure)
}

/** Dimensions of the table that the headline leaves open, beside the place. */
export function listOpen(scope: HeadlineScope): string[] {
  const { contract, headline } = scope
  const spec = specOf(scope)
  const column = placeColumnOf(contract, spec)
  return spec.dimensions
    .map((dimension) => dimension.column)
    .filter((name) => name !== column && !(name in (headline.where ?? {})))
}

/** Name of the measure, with the items that the headline fixes. */
export function nameOfHeadline(scope: HeadlineScope): LocalText {
  const { names } = measureIn(scope, scope.headline.measure)
  return nameWithItems(scope.contract, names, scope.headline.where ?? {})
}

/** A name with values of lists behind it: 月末盏数（钠灯）/ lamps at end (sodium). */
export function nameWithItems(
  contract: Contract,
  names: LocalText,
  where: Readonly<Record<string, string>>,
): LocalText {
  const items = Object.entries(where).map(([column, code]): LocalText => {
    const known = listPublishedItems(contract.columns[column])
    return known.find((item) => item.code === code) ?? { zh: code, en: code }
  })
  if (items.length === 0) return names
  return {
    zh: `${names.zh}（${items.map(({ zh }) => zh).join('，')}）`,
    en: `${names.en} (${items.map(({ en }) => en).join(', ')})`,
  }
}

/**
 * A number behind the name of its measure. The unit is left out where the name has it already (盏数, “lamps at end”), and in
 * English where the unit has no English word.
 */
export function formatBeside(value: number, measure: Measure, name: string, lang: Lang): string {
  const { unit, decimals = 0 } = measure
  const word = describeUnit(unit)[lang]
  const isForeign = lang === 'en' && /\p{Script=Han}/u.test(word)
  const isSaid = word !== '' && !/^[%‰]/.test(word) && name.toLowerCase().includes(word.toLowerCase())
  if (isForeign || isSaid) return formatNumber(value, decimals)
  return formatValue({ value, status: 'final' }, unit, decimals, lang)
}
