import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { formatBytes } from '../../src/downloads/offered-files.ts'
import { pluralise } from '../../src/text/plural.ts'
import { stampPdfSize } from '../../src/views/report-pdf.ts'
import { runStage } from '../command/progress-reporter.ts'
import { printReports } from '../pdf/print-reports.ts'

/** Prints the bulletins of a site beside their pages, and puts the sizes into these, which no PDF depends on. */
export async function writePdfs(site: Site, base: string, next: string): Promise<void> {
  await runStage({ zh: '打印公报', en: 'Printing bulletins' }, async (progress) => {
    const count = await printReports({ site, base, folder: next }, progress, async ({ lang, page, file }, bytes) => {
      await writeFile(join(next, file), bytes)
      const html = await readFile(join(next, page), 'utf8')
      await writeFile(join(next, page), stampPdfSize(html, formatBytes(bytes.length), lang))
    })
    progress.setResult({ zh: `${count} 个PDF`, en: pluralise(count, 'PDF') })
  })
}
