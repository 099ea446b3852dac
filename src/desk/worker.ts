import { annotate, annotatedName } from '../annotate/index.ts'
import { dayOf } from '../codes/days.ts'
import { problemsJson } from '../problems/json.ts'
import type { Problem } from '../problems/problem.ts'
import { type Judged, judge } from './judge.ts'
import { type DeskPack, type DeskPortal, openPack } from './portal.ts'
import type { Answer, DeskFile, Request } from './protocol.ts'
import { reportOf } from './report.ts'
import { judgeTogether } from './together.ts'

/*
 * Everything that takes time happens here, beside the page. The first message is the portal as JSON text; it is
 * parsed here and not on the page. Files are read from the clerk's disk and go nowhere.
 */

let portal: DeskPortal | null = null
/** Files of the last check, with what was found. */
const desk = new Map<number, { file: DeskFile; problems: readonly Problem[] }>()

/** `postMessage` of a worker has no target; the page's types know only that of a window. */
interface WorkerScope {
  postMessage(answer: Answer, transfer?: Transferable[]): void
}
// The file runs as a worker and nowhere else.
const scope = self as unknown as WorkerScope

self.addEventListener('message', (event: MessageEvent<string | Request>) => {
  if (typeof event.data === 'string') {
    // Written by the page's own build.
    portal = openPack(JSON.parse(event.data) as DeskPack)
    return
  }
  serve(event.data).catch((error: unknown) => {
    scope.postMessage({ kind: 'fault', told: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})

async function serve(request: Request): Promise<void> {
  if (request.kind === 'check') return checkAll(request)
  const entry = desk.get(request.id)
  if (!entry) throw new Error(`desk: no file ${request.id}`)
  const { problems } = entry
  const { name } = entry.file.file
  if (request.kind === 'list') {
    const bytes = new TextEncoder().encode(`${JSON.stringify(problemsJson(problems), null, 2)}\n`)
    return send({ id: request.id, name: `${name}.json`, type: 'application/json', bytes: bytes.buffer })
  }
  const copy = await annotate(new Uint8Array(await entry.file.file.arrayBuffer()), name, problems)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  send({ id: request.id, name: annotatedName(name), type, bytes: copy.buffer })
}

function send(file: Omit<Extract<Answer, { kind: 'file' }>, 'kind'>): void {
  scope.postMessage({ kind: 'file', ...file }, [file.bytes])
}

async function checkAll({ files, lang }: Extract<Request, { kind: 'check' }>): Promise<void> {
  if (!portal) throw new Error('desk: no portal yet')
  desk.clear()
  // The problems are all that a copy needs; the rows of many months would fill memory.
  const judged = new Map<DeskFile, Judged>()
  for (const file of files) {
    scope.postMessage({ kind: 'progress', id: file.id, stage: 'read', done: 0, total: 0 })
    const bytes = new Uint8Array(await file.file.arrayBuffer())
    const { dataset, period } = file
    const given = { name: file.file.name, bytes, dataset, period }
    judged.set(
      file,
      judge(given, portal, (done, total) =>
        scope.postMessage({ kind: 'progress', id: file.id, stage: 'check', done, total }),
      ),
    )
  }
  const found = judgeTogether([...judged.values()], portal, dayOf(new Date()))
  for (const [file, one] of judged) {
    const problems = found.get(one) ?? one.problems
    desk.set(file.id, { file, problems })
    scope.postMessage({ kind: 'report', report: reportOf(file.id, one, { problems, portal, lang }) })
  }
  scope.postMessage({ kind: 'checked' })
}
