import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { formatBytes } from '../../src/downloads/offered-files.ts'
import { pluralise } from '../../src/text/plural.ts'
import { listReportMonths, reportPathOf } from '../../src/views/report-page.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError } from '../command/run-command.ts'
import { openWholeSite } from '../line/open-whole-site.ts'
import { toInputError } from '../line/run-line-over.ts'
import type { PdfOptions } from './pdf-options.ts'
import { printReports } from './print-reports.ts'

/** Prints bulletins of the site in `--out` into the folder `--to`, and lists the files; the site stays as it is. */
export async function writePdfsApart(options: PdfOptions): Promise<void> {
  const { data, content, out, to, base } = options
  const published = options.published ?? join(data, 'published')
  const site = await openWholeSite({ data, published, content }).catch((error: unknown) => {
    throw toInputError(error, options.lang)
  })
  const months = chooseMonths(site, options.month)
  for (const month of months) {
    if (existsSync(join(out, reportPathOf(month), 'index.html'))) continue
    throw new InputError({
      zh: `${out} 中没有${month}的公报。请先运行 npm run build。`,
      en: `There is no bulletin of ${month} in ${out}. Run npm run build first.`,
    })
  }
  const lines: string[] = []
  await runStage({ zh: '打印公报', en: 'Printing bulletins' }, async (progress) => {
    const count = await printReports({ site, base, folder: out, months }, progress, async ({ file }, bytes) => {
      const path = join(to, file)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
      lines.push(`${relative(process.cwd(), path)}  ${formatBytes(bytes.length)}\n`)
    })
    progress.setResult({ zh: `${count} 个PDF`, en: pluralise(count, 'PDF') })
  })
  process.stdout.write(lines.join(''))
}

/** Throws InputError, naming the newest, for a month that has no bulletin. */
function chooseMonths(site: Site, month: string | undefined): readonly string[] {
  const months = listReportMonths(site)
  if (month === undefined) return months
  if (months.includes(month)) return [month]
  const newest = months.at(-1)
  throw new InputError({
    zh: `没有${month}的公报${newest === undefined ? '' : `，最新一期是${newest}`}。`,
    en: `There is no bulletin of ${month}${newest === undefined ? '' : `; the newest is ${newest}`}.`,
  })
}
