import { openPortal, problemsOfPortal } from '../../src/portal/portal.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import { parseCellName } from '../../src/store/cell-name.ts'
import { readPublished } from '../../src/store/read-published.ts'
import type { Lang, LocalText } from '../../src/text/local-text.ts'
import { type Trace, type TraceSite, traceCell } from '../../src/views/trace-cell.ts'
import { nameVintage } from '../../src/views/vintage.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { toInputError } from '../line/run-line-over.ts'
import type { TraceOptions } from './trace-options.ts'

/** Prints how a published number came to be: file, sheet, rows, rule, formula with its numbers, release, hash. */
export async function traceNumber(options: TraceOptions): Promise<void> {
  const [text = '', ...more] = options.rest
  const name = parseCellName(text)
  if (name === null || more.length > 0) {
    throw new UsageError({
      zh: `用法：npm run trace -- cases/flow/990102/2026-10/on_time_rate（数据集/表/地区/期次/指标；表有几个维度，第三段就用逗号写几个值）。`,
      en: 'Usage: npm run trace -- cases/flow/990102/2026-10/on_time_rate (dataset/table/place/period/measure; the third part has a value for each dimension of the table, with commas).',
    })
  }
  const site = await openTraceSite(options.data, options.published ?? `${options.data}/published`).catch(
    (error: unknown) => {
      throw toInputError(error, options.lang)
    },
  )
  const trace = traceCell(site, name)
  if ('fault' in trace) throw new InputError(trace.fault)
  process.stdout.write(options.format === 'json' ? `${JSON.stringify(trace)}\n` : printTrace(trace, options.lang))
}

async function openTraceSite(data: string, published: string): Promise<TraceSite> {
  const portal = await openPortal(data)
  const problems = problemsOfPortal(portal)
  if (hasErrors(problems)) throw new PortalError(problems)
  const { contracts, places } = portal
  return { contracts, places, published: await readPublished(published, contracts) }
}

function printTrace(trace: Trace, lang: Lang): string {
  const { file, release, sources, rowsCounted } = trace
  const vintage = nameVintage(file)
  const lines: [LocalText, string][] = [
    [{ zh: '数字', en: 'Value' }, [trace.value[lang], trace.status[lang]].filter(Boolean).join(' ')],
    [
      { zh: '含义', en: 'Meaning' },
      [trace.dataset, trace.table, trace.what, trace.measure]
        .map((words) => words[lang])
        .join(lang === 'zh' ? ' · ' : ' · '),
    ],
    [{ zh: '规则', en: 'Rule' }, trace.rule[lang]],
    ...trace.parts.map(({ role, measure, name, value }): [LocalText, string] => [
      { zh: `　${role.zh}`, en: `  ${role.en}` },
      `${measure[lang]} ${value[lang]}  ${name}`,
    ]),
    ...(rowsCounted === null
      ? []
      : [[{ zh: '计入的行', en: 'Rows counted' }, String(rowsCounted)] as [LocalText, string]]),
    ...sources.flatMap((source) => printSource(source)),
    [
      { zh: '发布', en: 'Release' },
      lang === 'zh'
        ? `第${release.release}次，${release.date}，${vintage ? `${vintage.zh}，` : ''}${release.note.zh}`
        : `${release.release}, ${release.date}${vintage ? `, ${vintage.en}` : ''}: ${release.note.en}`,
    ],
    ...(file.revision > 1 && release.reason
      ? [[{ zh: '更正原因', en: 'Corrected because' }, release.reason[lang]] as [LocalText, string]]
      : []),
    [{ zh: '发布的文件', en: 'Published file' }, `${file.path}  ${file.sha256}`],
  ]
  return `${[trace.name, ...lines.map(([label, text]) => `  ${label[lang]}  ${text}`)].join('\n')}\n`
}

function printSource({ path, sheets, encoding, sha256, ...rows }: Trace['sources'][number]): [LocalText, string][] {
  const { rowsRead, rowsUsed, rowsRefused } = rows
  const counts = rowsRead === undefined ? '' : `  ${rowsRead} = ${rowsUsed} + ${rowsRefused ?? 0}`
  const where = sheets && sheets.length > 0 ? `${path} › ${sheets.join(' › ')}` : path
  return [
    [{ zh: '原始文件', en: 'Raw file' }, `${where}  ${encoding}${counts}`],
    [{ zh: '　SHA-256', en: '  SHA-256' }, sha256],
  ]
}
