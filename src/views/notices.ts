import { comparePeriods } from '../calendar/period.ts'
import type { DataTable } from '../charts/figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import type { Rich } from '../compose/rich.ts'
import { listParagraphs, type Report } from '../compose/section.ts'
import type { Site } from '../compose/site.ts'
import type { TablePeriod } from '../measure/series.ts'
import { formatCellName } from '../store/cell-name.ts'
import type { LocalText } from '../text/local-text.ts'
import { buildDictionary } from './dictionary.ts'
import {
  listPairs,
  listRevisedPeriods,
  noticeOf,
  type RevisionNotice,
  revisionAnchorOf,
  revisionsPathOf,
} from './revisions.ts'

/**
 * What is said at the top of a page of numbers in its sentences and tables that were corrected, or of a newer period that was
 * taken out, so that what is shown is not the newest that there was. Figures say it of themselves.
 */
export function listReportNotices(site: Site, { lead, sections }: Report): RevisionNotice[] {
  const sentences = [lead, ...sections.flatMap(listParagraphs)]
  const tables = sections.flatMap((section) => section.tables ?? []).flatMap(({ data }) => listTablesOf(data))
  return listNoticesOf(site, [...sentences.flatMap(({ zh }) => listCells(zh)), ...tables])
}

/** Of which tables and periods a table of a page is. */
export function listTablesOf({ of, alsoOf = [] }: DataTable): TablePeriod[] {
  return [...(of ? [of] : []), ...alsoOf]
}

/** The same of numbers whose tables and periods are known: one notice a dataset, kind and release, the newest period first. */
export function listNoticesOf(site: Site, shown: readonly TablePeriod[]): RevisionNotice[] {
  const notices = shown.flatMap(({ dataset, table, period }) =>
    listRevisedPeriods(site, dataset).flatMap((revised) => {
      if (revised.table !== table || comparePeriods(revised.period, period) < 0) return []
      const notice = noticeOf(site, revised)
      return notice && (revised.period === period || notice.kind === 'withdrawn') ? [notice] : []
    }),
  )
  return keepOnePerRelease(notices.toSorted((a, b) => comparePeriods(b.period, a.period)))
}

/** Of the tables that a release corrected, the first speaks for all. */
export function keepOnePerRelease(notices: readonly RevisionNotice[]): RevisionNotice[] {
  const named = notices.map(
    (notice) => [`${notice.contract.id} ${notice.kind} ${notice.release.release}`, notice] as const,
  )
  return [...new Map(named.toReversed()).values()].toReversed()
}

/** Tables and periods of the published cells that are the numbers of a sentence: `cases/flow/2026-10?place=990100#accepted`. */
function listCells(sentence: Rich): TablePeriod[] {
  return sentence.flatMap((part) => {
    const [dataset, table, period] = (typeof part === 'string' ? '' : (part.cell ?? '')).split('?')[0]?.split('/') ?? []
    return dataset && table && period ? [{ dataset, table, period }] : []
  })
}

/** What a correction changed in one entry of a register. */
interface EntryChange {
  notice: RevisionNotice
  cells: { column: LocalText; before: string; after: string; name: string }[]
}

/** Of a register about things: by key of the entry, what its newest period was corrected in. */
export const listEntryChanges = memoisePerSite(
  (site, dataset: string, table: string): ReadonlyMap<string, EntryChange> => {
    const found = new Map<string, EntryChange>()
    const period = site.published.tables.get(`${dataset}/${table}`)?.periods.at(-1)
    const revised = listRevisedPeriods(site, dataset).find((some) => some.table === table && some.period === period)
    const notice = revised && noticeOf(site, revised)
    if (!revised || !notice || revised.contract.class !== 'O') return found
    const names = new Map(buildDictionary(revised.contract, revised.spec).map((row) => [row.id, row.name]))
    const path = `${revisionsPathOf(dataset)}#${revisionAnchorOf(revised)}`
    for (const { key, column, before, after } of listPairs(site, revised).flatMap(
      ({ changes }) => changes?.cells ?? [],
    )) {
      const values = Object.values(key)
      const entry = found.get(values.join()) ?? { notice: { ...notice, path }, cells: [] }
      const name = formatCellName({ dataset, table, key: values, period: revised.period, measure: column })
      entry.cells.push({
        column: names.get(column) ?? { zh: column, en: column },
        before: before || '—',
        after: after || '—',
        name,
      })
      found.set(values.join(), entry)
    }
    return found
  },
)
