import type { Site } from '../../src/compose/site.ts'
import { formatDay } from '../../src/text/format.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { t } from '../../src/text/ui.ts'
import { findFullAddress, makeAddress } from '../../src/views/address.ts'
import { buildReportFrame, findReleaseDay, issueNumberOf, reportPathOf } from '../../src/views/report-page.ts'
import { pdfPathOf } from '../../src/views/report-pdf.ts'
import { PAPER_WORDS } from './paper-words.ts'
import type { PrintedPage } from './print-page.ts'

/** A bulletin in one language; paths are below the site's folder: `en/reports/2026-10/index.html`. */
export interface PrintedReport {
  month: string
  lang: Lang
  page: string
  file: string
}

/** Where a bulletin lies in its site, and where its PDF does. */
export function locateReport(month: string, lang: Lang): PrintedReport {
  const locate = (path: string) => makeAddress('', lang, path)
  return { month, lang, page: `${locate(reportPathOf(month))}index.html`, file: locate(pdfPathOf(month)) }
}

/** What the PDF of a bulletin says of itself beside its page. */
export function describePrinted(site: Site, base: string, { month, lang }: PrintedReport): PrintedPage {
  const path = reportPathOf(month)
  const title = buildReportFrame(site, month).title[lang]
  const day = findReleaseDay(site, month)
  const author = site.settings.publisher[lang]
  const { links, address, code, cited } = PAPER_WORDS
  return {
    path: makeAddress('/', lang, path),
    title,
    lang: lang === 'zh' ? 'zh-CN' : 'en',
    author,
    day,
    running: [title, t(lang, 'issue', { n: issueNumberOf(site, month) })],
    address: findFullAddress(site, base, path)?.[lang] ?? null,
    signature: [author, formatDay(day, lang)],
    words: { links: links[lang], address: address[lang], code: code[lang], cited: cited[lang] },
  }
}
