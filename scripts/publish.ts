import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { comparePeriods } from '../src/calendar/period.ts'
import { checkMdx } from '../src/portal/check-mdx.ts'
import { openContent } from '../src/portal/content.ts'
import { type Portal, problemsOfPortal } from '../src/portal/portal.ts'
import { stopPublishing } from '../src/problems/acceptance.ts'
import { buildProblemsJson } from '../src/problems/json.ts'
import { printProblems } from '../src/problems/print-problems.ts'
import { hasErrors, type Problem } from '../src/problems/problem.ts'
import { appendRelease } from '../src/store/append-release.ts'
import { isMissing } from '../src/store/disk.ts'
import type { PublishedFile, Release } from '../src/store/published.ts'
import type { LocalText } from '../src/text/local-text.ts'
import { pluralForm } from '../src/text/plural.ts'
import { sum } from '../src/text/sum.ts'
import { FORMAT, readOptions } from './command/options.ts'
import { runStage } from './command/progress-reporter.ts'
import { InputError, run, UsageError } from './command/run-command.ts'
import { nameTool } from './command/tool.ts'
import { asInputError, LANG, runLineOver } from './line/run-line-over.ts'
import { findToday, isOwnContent, requireDay, TODAY } from './line/today.ts'

/** Publishes what is new: runs the line and, where nothing stops it, appends one release. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'publish',
      does: {
        en: 'Checks the raw files and publishes what is new. Nothing is published while there is an error, or a warning that exceptions.csv must accept.',
        zh: '核对原始文件并发布新内容；有错误、或有须核准而未写入exceptions.csv的警告时，什么都不发布。',
      },
      options: {
        format: FORMAT,
        lang: LANG,
        'note-zh': {
          kind: 'text',
          placeholder: 'TEXT',
          help: { en: 'note of the release in Chinese', zh: '发布说明' },
        },
        'note-en': { kind: 'text', placeholder: 'TEXT', help: { en: 'the same in English', zh: '英文发布说明' } },
        date: {
          kind: 'text',
          placeholder: 'YYYY-MM-DD',
          help: { en: 'day of publication, that of --today by default', zh: '发布日期，默认同--today' },
        },
        today: TODAY,
        preview: {
          kind: 'folder',
          help: { en: 'publish to a copy in this folder instead', zh: '发布到此文件夹的副本' },
        },
      },
    },
    args,
  )
  const today = await findToday(options, args)
  const order: Order = {
    date: options.date === undefined ? today : requireDay('date', options.date),
    note: noteOf(options['note-zh'], options['note-en'], options.preview !== undefined),
  }
  const { portal, result: ofLine } = await runLineOver(options.data, today)
  const ofContent = isOwnContent(options, args) ? await checkContent(options.content, portal) : []
  const result = { ...ofLine, problems: [...ofLine.problems, ...ofContent] }
  if (stopPublishing(result.problems)) {
    if (options.format === 'json') print({ release: null, problems: buildProblemsJson(result.problems) })
    else process.stdout.write(`${printProblems(result.problems, options.lang)}\n`)
    throw new InputError(hasErrors(result.problems) ? STOPPED : UNACCEPTED)
  }
  const published = join(options.data, 'published')
  const release = await runStage({ zh: '发布', en: 'Publishing' }, async (progress) => {
    try {
      const target = options.preview === undefined ? published : await previewOf(published, options.preview)
      const made = await appendRelease(target, { ...order, places: portal.places, ...result, tool: await nameTool() })
      progress.setResult(made ? generatedNote(made.files) : NOTHING_NEW)
      return made
    } catch (error) {
      throw asInputError(error, options.lang)
    }
  })
  if (options.format === 'json') print({ release, problems: buildProblemsJson(result.problems) })
  else process.stdout.write(`${buildReleaseText(release)}\n`)
}

const STOPPED: LocalText = { zh: '有错误，未发布任何内容。', en: 'There are errors; nothing was published.' }
const UNACCEPTED: LocalText = {
  zh: '有须核准的警告，未发布任何内容：请改正，或在exceptions.csv中逐条写明原因和截止日。',
  en: 'There are warnings that must be accepted; nothing was published. Correct them, or list each in exceptions.csv with a reason and an end date.',
}

/** What is wrong with the words of the site: figures that are published with them at fault would stand on no page. */
async function checkContent(content: string, portal: Portal): Promise<Problem[]> {
  const known = hasErrors(problemsOfPortal(portal)) ? null : portal
  return [...(await openContent(content, known)).problems, ...(await checkMdx(content))]
}

/** The words of the command line for a release. */
interface Order {
  date: string
  note(files: readonly PublishedFile[]): LocalText
}

const NOTHING_NEW: LocalText = { zh: '没有新内容', en: 'nothing new' }

/**
 * A folder that holds what is published so far, to which the next release may be added for a look. It is made anew
 * each time, and what is really published is only read.
 */
async function previewOf(published: string, preview: string): Promise<string> {
  if (`${published}/`.startsWith(`${preview}/`)) {
    throw new UsageError({
      zh: '--preview 不能是已发布文件夹或其上级。',
      en: '--preview must not be the published folder or one that contains it.',
    })
  }
  await rm(preview, { recursive: true, force: true })
  await mkdir(preview, { recursive: true })
  try {
    await cp(published, preview, { recursive: true })
  } catch (error) {
    // Nothing has been published yet: the preview begins empty.
    if (!isMissing(error)) throw error
  }
  return preview
}

/** Nothing that is published is changed without words of a person: what was changed, and why. A preview is for a look. */
function noteOf(zh: string | undefined, en: string | undefined, isPreview: boolean): Order['note'] {
  if (zh === undefined && en === undefined) return isPreview ? generatedNote : noteOfFresh
  if (zh !== undefined && en !== undefined) return () => ({ zh, en })
  throw new UsageError({ zh: '发布说明须中英文都有。', en: 'A note needs both --note-zh and --note-en.' })
}

function noteOfFresh(files: readonly PublishedFile[]): LocalText {
  const revised = files
    .filter((file) => file.revision > 1)
    .map((file) => `${file.dataset}/${file.table} ${file.period}`)
  if (revised.length === 0) return generatedNote(files)
  const shown = revised.slice(0, REVISED_SHOWN_MAX)
  const more = revised.length > shown.length
  throw new UsageError({
    zh: `这次发布会改动已经公布的内容（${revised.length}个文件）：${shown.join('、')}${more ? '……' : ''}。请用 --note-zh 和 --note-en 写明改了什么、为什么改；旧版仍可下载。`,
    en: `This would change what is published already (files: ${revised.length}): ${shown.join(', ')}${more ? ' …' : ''}. State with --note-zh and --note-en what was changed and why; the old version stays available.`,
  })
}

/** Files that are named when a release would change what is published. */
const REVISED_SHOWN_MAX = 5

/** What is new, in words, where nobody wrote a note: 新增12个文件，更新1个文件. */
function generatedNote(files: readonly PublishedFile[]): LocalText {
  const revised = files.filter((file) => file.revision > 1).length
  const fresh = files.length - revised
  const zh = [fresh > 0 ? `新增${fresh}个文件` : '', revised > 0 ? `更新${revised}个文件` : '']
  const en = [fresh > 0 ? `${fresh} new` : '', revised > 0 ? `${revised} revised` : '']
  const noun = pluralForm(files.length, { one: 'file', other: 'files' })
  const given = (part: string) => part !== ''
  return { zh: zh.filter(given).join('，'), en: `${en.filter(given).join(', ')} ${noun}` }
}

function buildReleaseText(release: Release | null): string {
  if (release === null) return `${NOTHING_NEW.zh}。 ${NOTHING_NEW.en}.`
  const byDataset = Map.groupBy(release.files, (file) => file.dataset)
  const lines = [...byDataset].map(([dataset, files]) => {
    const periods = [...new Set(files.map((file) => file.period))].sort(comparePeriods)
    const bytes = sum(files.map((file) => file.bytes))
    return `  ${dataset}  ${periods[0]} … ${periods.at(-1)}  ${files.length} × csv  ${Math.ceil(bytes / 1000)} kB`
  })
  return [`✓ ${release.date}  #${release.release}  ${release.note.zh} ${release.note.en}`, ...lines].join('\n')
}

function print(report: unknown): void {
  process.stdout.write(`${JSON.stringify(report)}\n`)
}

if (import.meta.main) await run(main)
