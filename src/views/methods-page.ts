import type { Contract, Measure, TableSpec } from '../contracts/contract.ts'
import { cellAt, findRow, findTable } from '../measure/select.ts'
import type { PublishedRow } from '../store/published.ts'
import { formatNumber, formatPeriod, formatValue } from '../text/format.ts'
import type { Lang, Words } from '../text/local-text.ts'
import { statusWords } from '../text/status.ts'
import { both } from '../text/ui.ts'
import { datasets, formulaWords, tablesOf } from './dataset-page.ts'
import { itemOf } from './figures/describe-figure.ts'
import { addressOf } from './rich.ts'
import type { Site } from './site.ts'

/** One formula beside the numbers that it made in the newest period. */
export interface Method {
  id: string
  name: Words
  formula: Words
  /** 1,109 ÷ 1,240 × 100 = 89.4%，2026年10月 */
  example: Words | null
  /** Address of the cell that holds the result. */
  cell: string | null
}

/** Formulas of every published table, by dataset; a formula that two tables share stands once. */
export function methods(site: Site): { contract: Contract; methods: Method[] }[] {
  return datasets(site)
    .map((contract) => {
      const seen = new Set<string>()
      const found: Method[] = []
      for (const table of tablesOf(site, contract.id)) {
        for (const [id, measure] of Object.entries(table.spec.measures)) {
          const formula = formulaWords(table.spec, measure)
          if (!formula || seen.has(measure.names.zh)) continue
          seen.add(measure.names.zh)
          found.push({
            id: `${table.id}-${id}`,
            name: measure.names,
            formula,
            ...exampleOf(site, { contract, table: table.id, measure: id }),
          })
        }
      }
      return { contract, methods: found }
    })
    .filter((one) => one.methods.length > 0)
}

function exampleOf(
  site: Site,
  at: { contract: Contract; table: string; measure: string },
): { example: Words | null; cell: string | null } {
  const none = { example: null, cell: null }
  const table = findTable(site.published, at.contract.id, at.table)
  const period = table?.periods.at(-1)
  const spec = table?.spec.measures[at.measure]
  if (!table || !spec || period === undefined) return none
  // The first row is the top of the table: the city, the first class.
  const row = table.rows(period).find((one) => one.cells[at.measure]?.value !== null)
  if (!row || findRow(table, period, row.key) === null) return none
  const pick = (measure: string) => ({ dataset: at.contract.id, table: at.table, measure, where: row.key })
  const result = cellAt(site.published, pick(at.measure), period)
  const arithmetic = arithmeticWords(table.spec, spec, (id) => cellAt(site.published, pick(id), period).value)
  const example = both((lang) => {
    const value = formatValue(result, spec.unit, spec.decimals ?? 0, lang)
    const mark = statusWords(result.status)[lang]
    const of = rowWords(site, at.contract, row, lang)
    return `${arithmetic === null ? '' : `${arithmetic} = `}${value}${mark && ` ${mark}`}${lang === 'zh' ? `（${of}）` : ` (${of})`}`
  })
  return { example, cell: addressOf(pick(at.measure), period) }
}

/** Which row an example is of: 云锦市，申领，2026年10月. A row of a projection has the year that it is for. */
function rowWords(site: Site, contract: Contract, row: PublishedRow, lang: Lang): string {
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
function arithmeticWords(spec: TableSpec, measure: Measure, value: (id: string) => number | null): string | null {
  const print = (id: string) => {
    const number = value(id)
    return number === null ? '—' : formatNumber(number, spec.measures[id]?.decimals ?? 0)
  }
  if ('rate' in measure) {
    const { numerator, denominator, times } = measure.rate
    return `${print(numerator)} ÷ ${print(denominator)}${times === 1 ? '' : ` × ${formatNumber(times, 0)}`}`
  }
  if ('plus' in measure) return [measure.plus.map(print).join(' + '), ...(measure.minus ?? []).map(print)].join(' − ')
  return null
}
