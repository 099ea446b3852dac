import { addressOf, type Figured, type Rich, rich } from '../../compose/rich.ts'
import type { Site } from '../../compose/site.ts'
import { findTable } from '../../measure/select.ts'
import type { PublishedRow } from '../../store/published.ts'
import { formatSaid } from '../../text/format.ts'
import type { Lang } from '../../text/local-text.ts'
import { unitOfDocument } from './ledger-units.ts'

/** Finds rows of the document ledger by their text; a string must be equal, a list may hold it. */
export interface LedgerQuery {
  place: string
  indicator: readonly string[]
  year?: string
}

/** Rows of the newest ledger that fit, by year; [] where the portal has no ledger. */
export function findLedgerRows(site: Site, query: LedgerQuery): PublishedRow[] {
  const table = findTable(site.published, 'ledger', 'figures')
  const edition = table?.periods.at(-1)
  if (!table || edition === undefined) return []
  return table
    .rows(edition)
    .filter((row) => row.text.place === query.place && query.indicator.includes(row.text.indicator_zh ?? ''))
    .filter((row) => query.year === undefined || row.text.year === query.year)
    .toSorted((a, b) => ((a.text.year ?? '') < (b.text.year ?? '') ? -1 : 1))
}

/** The value of the only row that fits, or null. */
export function findLedgerValue(site: Site, query: LedgerQuery): number | null {
  const rows = findLedgerRows(site, query)
  return rows.length === 1 ? (rows[0]?.cells.number?.value ?? null) : null
}

/** A figure as a document states it, its qualifier kept: 865万件, 90%以上. */
function formatStated(row: PublishedRow, lang: Lang): Figured {
  const { unit_base = '', qualifier = '' } = row.text
  const number = formatSaid(
    row.cells.number ?? { value: null, status: 'not-reported' },
    unitOfDocument(unit_base),
    0,
    lang,
  )
  const pick = { dataset: 'ledger', table: 'figures', measure: 'number', where: row.key }
  return {
    text: addBound(number, { qualifier, bound: row.text.bound ?? '' }, lang),
    role: 'now',
    cell: addressOf(pick, row.period),
  }
}

function addBound(number: string, about: { qualifier: string; bound: string }, lang: Lang): string {
  if (about.bound === 'low') return lang === 'zh' ? `${number}以上` : `at least ${number}`
  if (about.bound === 'high') return lang === 'zh' ? `不超过${number}` : `at most ${number}`
  if (about.bound === 'approximate') return lang === 'zh' ? `约${number}` : `about ${number}`
  return number
}

/** What the documents state and no chart can show: Chaoyang's five years. Null where a topic has no such words. */
export function composeLedgerSentence(site: Site, topic: string): Record<Lang, Rich> | null {
  if (topic !== 'cases') return null
  const row = (indicator: string) => findLedgerRows(site, { place: '北京市朝阳区', indicator: [indicator] })[0]
  const [solved, share, requests, satisfied] = [
    row('五年共解决各类问题'),
    row('占六城区总量'),
    row('受理群众诉求'),
    row('群众诉求满意率'),
  ]
  if (!solved || !share || !requests || !satisfied) return null
  return {
    zh: rich`北京市朝阳区的全模式系统五年共解决各类问题${formatStated(solved, 'zh')}，占六城区总量的${formatStated(share, 'zh')}；其间受理群众诉求${formatStated(requests, 'zh')}，文献称满意率${formatStated(satisfied, 'zh')}，没有给出样本数，因此不作排名。起止年份文献没有写明。`,
    en: rich`In five years the full-mode system of Chaoyang District, Beijing, solved ${formatStated(solved, 'en')}, ${formatStated(share, 'en')} of the total of the six urban districts, and accepted ${formatStated(requests, 'en')} from citizens. The document puts satisfaction at ${formatStated(satisfied, 'en')} without a sample size, so it is not ranked. It does not say in which year the five began.`,
  }
}
