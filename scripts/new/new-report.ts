import { join } from 'node:path'
import { isPeriod } from '../../src/calendar/period.ts'
import { openSite } from '../../src/compose/open-site.ts'
import type { Site } from '../../src/compose/site.ts'
import { formatPeriod } from '../../src/text/format.ts'
import { LANGS, type Lang } from '../../src/text/local-text.ts'
import { draftReport } from '../../src/views/draft-report.ts'
import { listReportMonths } from '../../src/views/report-page.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { requirePublishedFolder } from '../line/published-folder.ts'
import { toInputError } from '../line/run-line-over.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { requireAbsent, writeNewFile } from './write-new-file.ts'

interface Options {
  data: string
  published?: string | undefined
  content: string
  lang: Lang
}

/**
 * Writes `reports/YYYY-MM/{zh,en}.mdx` below the content folder, drafted from what is published, and returns what to do
 * next. Throws InputError for a month that nothing monthly is published for, and where one of the files exists.
 */
export async function writeReportDraft([month]: readonly [string, ...string[]], options: Options): Promise<string> {
  requireMonth(month)
  const folder = join(options.content, 'reports', month)
  const paths = LANGS.map((lang) => ({ lang, path: join(folder, `${lang}.mdx`) }))
  for (const { path } of paths) requireAbsent(path)
  const { data, content, lang } = options
  const published = options.published ?? join(data, 'published')
  requirePublishedFolder(published)
  const site = await openSite({ data, published, content }).catch((error: unknown) => {
    throw toInputError(error, lang)
  })
  requireMonthOf(site, month)
  const draft = draftReport(site, month)
  for (const file of paths) await writeNewFile(file.path, draft[file.lang])
  return describeNextSteps(paths.map(({ path }) => path))
}

function requireMonth(month: string): void {
  if (isPeriod(month, { frequency: 'month' })) return
  throw new UsageError({
    zh: `公报的月份应写作 2026-10，而不是 ${month}。`,
    en: `The month of a bulletin is written 2026-10, not ${month}.`,
  })
}

function requireMonthOf(site: Site, month: string): void {
  const months = listReportMonths(site)
  if (months.includes(month)) return
  const newest = months.at(-1)
  if (newest === undefined)
    throw new InputError({
      zh: '本站没有公报：site.yaml没有写city，或没有发布按月的数据。',
      en: 'The portal has no bulletins: site.yaml names no city, or nothing monthly is published.',
    })
  throw new InputError({
    zh: `${formatPeriod(month, 'zh')}没有已发布的数据，不能起草；最近一期是 ${newest}。`,
    en: `Nothing is published for ${formatPeriod(month, 'en')}, so there is nothing to draft from; the newest month is ${newest}.`,
  })
}

function describeNextSteps(paths: readonly string[]): string {
  return `已写好 Written:
${paths.map((path) => `  ${quoteForShell(path)}`).join('\n')}

草稿可以直接生成网站；请留下要说的，删去其余，再补上数据以外的话，然后运行 npm run build。
The draft builds as it is. Keep what matters, cut the rest, add what the data do not know; then run npm run build.
`
}
