import { annotate } from '../../annotate/index.ts'
import { nameAnnotatedCopy } from '../../annotate/name.ts'
import { dayOf } from '../../calendar/days.ts'
import { buildProblemsJson } from '../../problems/json.ts'
import type { Problem } from '../../problems/problem.ts'
import { findReplacements, type PutIn } from '../again.ts'
import { type CheckerPack, type CheckerPortal, openPack } from '../checker-portal.ts'
import type { Answer, CheckerFile, CheckerReport, Request } from '../protocol.ts'
import { bytesOf } from './bytes-of.ts'
import { checkAsSaid } from './check-as-said.ts'
import type { CheckedFile } from './check-file.ts'
import { checkFilesTogether } from './check-files-together.ts'
import { checkPlainFile } from './check-plain-file.ts'
import { reportOf } from './file-report.ts'
import { openSource, UnreadableFile } from './file-source.ts'

/*
 * Everything that takes time happens here, beside the page. The first message is the portal as JSON text; it is
 * parsed here and not on the page. Files are read from the clerk's disk and go nowhere.
 */

let portal: CheckerPortal | null = null
/** Files of the last check, with what was found. */
const checkedFiles = new Map<number, { file: CheckerFile; problems: readonly Problem[] }>()

/** `postMessage` of a worker has no target; the page's types know only that of a window. */
interface WorkerScope {
  postMessage(answer: Answer, transfer?: Transferable[]): void
}
// The file runs as a worker and nowhere else.
const scope = self as unknown as WorkerScope

self.addEventListener('message', (event: MessageEvent<string | Request>) => {
  if (typeof event.data === 'string') {
    // Written by the page's own build.
    portal = openPack(JSON.parse(event.data) as CheckerPack)
    return
  }
  serve(event.data).catch((error: unknown) => {
    scope.postMessage({ kind: 'error', message: describeError(error) })
  })
})

async function serve(request: Request): Promise<void> {
  if (request.kind === 'check') return checkAll(request)
  const entry = checkedFiles.get(request.id)
  if (!entry) throw new Error(`checker: no file ${request.id}`)
  const { problems } = entry
  const { name } = entry.file.file
  if (request.kind === 'list') {
    const bytes = new TextEncoder().encode(`${JSON.stringify(buildProblemsJson(problems), null, 2)}\n`)
    return send({ id: request.id, name: `${name}.json`, type: 'application/json', bytes: bytes.buffer })
  }
  const bytes = await bytesOf(entry.file.file)
  if (!bytes) return scope.postMessage({ kind: 'unsaved', id: request.id })
  const copy = annotate(bytes, name, problems)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  send({ id: request.id, name: nameAnnotatedCopy(name), type, bytes: copy.buffer })
}

function send(file: Omit<Extract<Answer, { kind: 'file' }>, 'kind'>): void {
  scope.postMessage({ kind: 'file', ...file }, [file.bytes])
}

/** A file on the page with what it was recognised as, which is nothing where it was not read. */
interface Entry extends PutIn {
  file: CheckerFile
  outcome: CheckedFile | Unread
}

/** The program's own words where it failed over the file; null where the browser refused it. */
interface Unread {
  error: string | null
}

async function checkAll({ files, lang }: Extract<Request, { kind: 'check' }>): Promise<void> {
  if (!portal) throw new Error('checker: no portal yet')
  checkedFiles.clear()
  const entries: Entry[] = []
  for (const file of files) {
    const outcome = await checkCheckerFile(file, portal)
    const { dataset, period } = 'error' in outcome ? { dataset: null, period: null } : outcome
    entries.push({ name: file.file.name, go: file.go, dataset, period, file, outcome })
  }
  const replaced = findReplacements(entries)
  const left = entries.filter((entry) => !replaced.has(entry))
  const checked = left.flatMap(({ outcome }) => ('error' in outcome ? [] : [outcome]))
  const found = checkFilesTogether(checked, portal, portal.today ?? dayOf(new Date()))
  for (const entry of left) {
    const replaces = entries
      .filter((other) => replaced.get(other) === entry)
      .map((entry) => ({ id: entry.file.id, name: entry.name }))
    scope.postMessage(answerFor(entry, { portal, lang, replaces, problems: found }))
  }
  scope.postMessage({ kind: 'checked' })
}

interface Answered extends Pick<Parameters<typeof reportOf>[2], 'portal' | 'lang'> {
  replaces: CheckerReport['replaces']
  problems: ReadonlyMap<CheckedFile, readonly Problem[]>
}

function answerFor({ file, outcome }: Entry, { problems: found, ...context }: Answered): Answer {
  const { id } = file
  const { replaces } = context
  if ('error' in outcome) return { kind: 'unread', id, message: outcome.error, replaces }
  const problems = found.get(outcome) ?? outcome.problems
  try {
    const report = reportOf(id, outcome, { ...context, problems })
    // The problems are all that a copy needs; the rows of many months would fill memory.
    checkedFiles.set(id, { file, problems })
    return { kind: 'report', report }
  } catch (error) {
    // The rows around a cell are read when they are shown.
    if (error instanceof UnreadableFile) return { kind: 'unread', id, message: null, replaces }
    throw error
  }
}

/** One file that the program fails over takes no other with it. */
async function checkCheckerFile(file: CheckerFile, on: CheckerPortal): Promise<CheckedFile | Unread> {
  const { id, dataset, period, before } = file
  const report = (stage: Stage) => (done: number, total: number) =>
    scope.postMessage({ kind: 'progress', id, stage, done, total })
  report('read')(0, 0)
  const { name, size } = file.file
  const given = { name, dataset, period, before }
  try {
    const plain = { ...given, source: openSource(file.file), size }
    const checked = checkPlainFile(plain, on, report('scan'))
    if (checked) return checked
    const bytes = await bytesOf(file.file)
    return bytes ? checkAsSaid({ ...given, bytes }, on, report('check')) : { error: null }
  } catch (error) {
    return { error: error instanceof UnreadableFile ? null : describeError(error) }
  }
}

type Stage = Extract<Answer, { kind: 'progress' }>['stage']

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
