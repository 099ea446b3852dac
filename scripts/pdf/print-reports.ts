import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { readIfThere, sha256 } from '../../src/store/disk.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { listReportMonths } from '../../src/views/report-page.ts'
import { openPdfs } from '../build/open-drawings.ts'
import type { Progress } from '../command/progress-reporter.ts'
import { findChromium } from '../test/launch-chromium.ts'
import { openReader, type Reader } from '../test/reader.ts'
import { describePrinted, locateReport, type PrintedReport } from './describe-report.ts'
import { type PrintedPage, printFonts, printPage } from './print-page.ts'

interface PrintedSite {
  site: Site
  base: string
  /** Where it is built. */
  folder: string
  /** All by default. */
  months?: readonly string[]
}

/**
 * Prints the bulletins of a built site in both languages, and has each kept; returns how many there are. What has been
 * printed before from the same page by the same programs and fonts is not printed again.
 */
export async function printReports(
  { site, base, folder, months = listReportMonths(site) }: PrintedSite,
  progress: Progress,
  keep: (report: PrintedReport, bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  const reports = months.flatMap((month) => LANGS.map((lang) => locateReport(month, lang)))
  if (reports.length === 0) return 0
  progress.setTotal(reports.length)
  const kept = await openPdfs()
  const reader = await openReader(await findChromium(), folder, base)
  try {
    const maker = sha256(`${reader.version} ${sha256(await printFonts(reader))}`)
    for (const report of reports) {
      const printed = describePrinted(site, base, report)
      const html = await readFile(join(folder, report.page), 'utf8')
      const known = join(kept, `${sha256(JSON.stringify([maker, printed, stripLate(html)]))}.pdf`)
      const bytes = (await readIfThere(known)) ?? (await print(reader, printed, known))
      await keep(report, bytes)
      progress.advance(report.file)
    }
  } finally {
    await reader.close()
  }
  return reports.length
}

/** A page of its own context: a process that has printed many pages writes some words in another form. */
async function print(reader: Reader, printed: PrintedPage, known: string): Promise<Uint8Array> {
  const tab = await reader.openTab()
  try {
    const { bytes } = await printPage(tab, printed)
    await writeFile(known, bytes)
    return bytes
  } finally {
    await tab.close()
  }
}

/** The page without what is put into it last, which is not printed. */
function stripLate(html: string): string {
  return html
    .replace(/<code data-log-head>[^<]*<\/code>/, '')
    .replace(/<span class="latest">.*?<\/span>/, '')
    .replace(/<span class="pdf".*?<\/span>/, '')
}
