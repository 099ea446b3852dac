import { resolve } from 'node:path'
import type { FileReport } from '../../src/line/raw-file.ts'
import type { LineResult } from '../../src/line/run-line.ts'
import { stopPublishing } from '../../src/problems/acceptance.ts'
import { buildProblemsJson } from '../../src/problems/json.ts'
import { printCounts, printProblems } from '../../src/problems/print-problems.ts'
import { buildSarif } from '../../src/problems/sarif.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { sum } from '../../src/text/sum.ts'
import { InputError } from '../command/run-command.ts'
import { runLineOver } from '../line/run-line-over.ts'
import { findToday } from '../line/today.ts'
import type { CheckOptions } from './check-options.ts'
import type { LastRun } from './last-run.ts'

/**
 * Checks every raw file of a portal and prints all that was found. Exit code 1 where `publish` would refuse: an error, or a
 * warning that must be listed as an exception. What is printed is kept as the last run.
 */
export async function checkPortal(options: CheckOptions, args: readonly string[], last: LastRun | null): Promise<void> {
  const { annotate, report, suggest } = options
  if (suggest !== undefined) {
    const { suggestFor } = await import('../suggest/suggest-for-file.ts')
    process.stdout.write(await suggestFor(suggest, options.data, options.lang))
    return
  }
  // What few runs need is loaded by those.
  const annotated = annotate === undefined ? null : await import('./annotated.ts')
  if (annotate !== undefined) annotated?.requireApart(annotate, options.data)
  const watch = report === undefined ? null : new (await import('./report-file.ts')).ReportWatch()
  const today = await findToday(options, args)
  const { portal, result, isRecorded } = await runLineOver(options.data, {
    today,
    lang: options.lang,
    trustsTimes: true,
    ...(watch ? { makeWatch: watch.makeWatch } : {}),
  })
  const printed = { text: REPORTS[options.format](result, options.lang), isStopped: stopPublishing(result.problems) }
  process.stdout.write(printed.text)
  if (isRecorded) await last?.keep(printed)
  if (annotate !== undefined) await annotated?.writeAnnotated(result, options.data, annotate)
  if (report !== undefined) await watch?.write(resolve(report), watch.sourceOf(portal, result, today))
  // Everything has been said above; the exit code is all that is left.
  if (printed.isStopped) throw new InputError('')
}

const REPORTS: Record<CheckOptions['format'], (result: LineResult, lang: Lang) => string> = {
  text: reportText,
  json: reportJson,
  sarif: ({ problems }, lang) => `${JSON.stringify(buildSarif(problems, lang))}\n`,
}

/** The machine's form of the report: one object. */
function reportJson(result: LineResult): string {
  const files = result.files.map(({ path, dataset, encoding, rowsRead, rowsUsed, rowsRefused }) => ({
    path,
    dataset,
    encoding,
    rowsRead,
    rowsUsed,
    rowsRefused,
  }))
  return `${JSON.stringify({ files, problems: buildProblemsJson(result.problems) })}\n`
}

/** The clerk's form: a line a file, then the problems by cause, then what it comes to. */
function reportText(result: LineResult, lang: Lang): string {
  const [read, used, refused] = [sumOf(result, 'rowsRead'), sumOf(result, 'rowsUsed'), sumOf(result, 'rowsRefused')]
  const total = {
    zh: `共${result.files.length}个文件：读入${read}行＝采用${used}行＋退回${refused}行；`,
    en: `${pluralise(result.files.length, 'file')}: ${pluralise(read, 'row')} read = ${used} used + ${refused} refused; `,
  }
  const stop = { zh: '。', en: '.' }
  const parts = [
    result.files.length === 0 ? '' : [FILE_HEADING[lang], ...result.files.map(formatFileLine)].join('\n'),
    printProblems(result.problems, lang),
    `${total[lang]}${printCounts(result.problems, lang)}${stop[lang]}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const FILE_HEADING: Record<Lang, string> = {
  zh: '文件  编码  读入 = 采用 + 退回',
  en: 'file  encoding  read = used + refused',
}

function formatFileLine({ path, encoding, rowsRead, rowsUsed, rowsRefused }: FileReport): string {
  return `${path}  ${encoding ?? '?'}  ${rowsRead} = ${rowsUsed} + ${rowsRefused}`
}

function sumOf(result: LineResult, field: 'rowsRead' | 'rowsUsed' | 'rowsRefused'): number {
  return sum(result.files.map((file) => file[field]))
}
