import { itemOf } from '../compose/describe-figure.ts'
import { addressOf } from '../compose/rich.ts'
import type { Site } from '../compose/site.ts'
import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { findCell, findRow, findTable } from '../measure/select.ts'
import type { PublishedRow } from '../store/published-tables.ts'
import { chooseEndSign, formatNumber, formatPeriod, formatValue } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { describeStatus } from '../text/status.ts'
import { localise } from '../text/ui.ts'
import { listDatasets, tablesOf } from './dataset-page.ts'
import { describeFormula } from './dictionary.ts'

/** One formula beside the numbers that it made in the newest period. */
interface Method {
  id: string
  /** Id of the measure. */
  measure: string
  name: LocalText
  formula: LocalText
  /** 1,109 ÷ 1,240 × 100 = 89.4%，2026年10月 */
  example: LocalText | null
  /** Address of the cell that holds the result. */
  cell: string | null
}

/** Formulas of every published table, by dataset; a formula that two tables share is listed once. */
export function listMethods(site: Site): { contract: Contract; methods: Method[] }[] {
  return listDatasets(site)
    .map((contract) => {
      const seen = new Set<string>()
      const found: Method[] = []
      for (const table of tablesOf(site, contract.id)) {
        for (const [id, measure] of Object.entries(table.spec.measures)) {
          const formula = describeFormula(table.spec, measure)
          if (!formula || seen.has(measure.names.zh)) continue
          seen.add(measure.names.zh)
          found.push({
            id: `${table.id}-${id}`,
            measure: id,
            name: measure.names,
            formula,
            ...findExample(site, { contract, table: table.id, measure: id }),
          })
        }
      }
      return { contract, methods: found }
    })
    .filter((guess) => guess.methods.length > 0)
}

/** A formula with the numbers of the newest period, and the address of its result; null where no row has one. */
export function findExample(
  site: Site,
  at: { contract: Contract; table: string; measure: string },
): { example: LocalText | null; cell: string | null } {
  const none = { example: null, cell: null }
  const table = findTable(site.published, at.contract.id, at.table)
  const period = table?.periods.at(-1)
  const spec = table?.spec.measures[at.measure]
  if (!table || !spec || period === undefined) return none
  // The first row is the top of the table: the city, the first class.
  const row = table.readRows(period).find((row) => row.cells[at.measure]?.value !== null)
  if (!row || findRow(table, period, row.key) === null) return none
  const pick = (measure: string) => ({ dataset: at.contract.id, table: at.table, measure, where: row.key })
  const result = findCell(site.published, pick(at.measure), period)
  const arithmetic = describeArithmetic(table.spec, spec, (id) => findCell(site.published, pick(id), period).value)
  const example = localise((lang) => {
    const value = formatValue(result, spec.unit, spec.decimals ?? 0, lang)
    const mark = describeStatus(result.status)[lang]
    const of = describeRow(site, at.contract, row, lang)
    const equals = chooseEndSign(result) === '' ? ' = ' : PUBLISHED_AS[lang]
    return `${arithmetic === null ? '' : `${arithmetic}${equals}`}${value}${mark && ` ${mark}`}${lang === 'zh' ? `（${of}）` : ` (${of})`}`
  })
  return { example, cell: addressOf(pick(at.measure), period) }
}

const PUBLISHED_AS: LocalText = { zh: '，公布为', en: ', published as ' }

/** Which row an example is of: 望舒市，申领，2026年10月. A row of a projection has the year that it is for. */
function describeRow(site: Site, contract: Contract, row: PublishedRow, lang: Lang): string {
  let when = row.period
  const parts: string[] = []
  for (const [column, code] of Object.entries(row.key)) {
    const type = contract.columns[column]?.type
    if (type?.kind === 'year' || type?.kind === 'month') when = code
    else if (type?.kind === 'place') parts.push(site.places.get(code)?.names[lang] ?? code)
    else if (type?.kind === 'list') parts.push(itemOf(contract, column, code).label[lang])
    else parts.push(code)
  }
  return [...parts, formatPeriod(when, lang)].join(lang === 'zh' ? '，' : ', ')
}

/** The numbers in place of the names; null where the result is not made of a few numbers. */
function describeArithmetic(
  spec: TableSpec,
  measure: Measure,
  readValue: (id: string) => number | null,
): string | null {
  const print = (id: string) => {
    const number = readValue(id)
    return number === null ? '—' : formatNumber(number, spec.measures[id]?.decimals ?? 0)
  }
  if ('rate' in measure) {
    const { numerator, denominator, times } = measure.rate
    return `${print(numerator)} ÷ ${print(denominator)}${times === 1 ? '' : ` × ${formatNumber(times, 0)}`}`
  }
  if ('plus' in measure) return [measure.plus.map(print).join(' + '), ...(measure.minus ?? []).map(print)].join(' − ')
  return null
}
