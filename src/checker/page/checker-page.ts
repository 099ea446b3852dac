import type { Lang } from '../../text/local-text.ts'
import { isSameName } from '../again.ts'
import type { Answer, CheckerFile, Request } from '../protocol.ts'
// The worker's code is part of this file, so that nothing is fetched once the page is there.
import DeskWorker from '../worker/worker.ts?worker&inline'
import { CHECKER_MESSAGES } from './checker-messages.ts'
import { type DrawContext, drawReport, drawUnread } from './draw.ts'
import type { Saved } from './draw-saving.ts'
import { filesOf } from './dropped.ts'
import { createElement, requireElement } from './page-element.ts'
import { describeProgress, updateBar } from './progress.ts'
import { requestReport } from './request-report.ts'
import { type Downloaded, download } from './save-file.ts'
import { sortSections, tallyOf } from './tally.ts'

const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
const words = CHECKER_MESSAGES[lang]
const portalText = requireElement('#checker-portal', HTMLScriptElement).textContent
// The page's own build wrote the list, two plain fields an item.
const datasets = JSON.parse(requireElement('#checker-datasets', HTMLScriptElement).textContent) as {
  id: string
  title: string
}[]
const tray = requireElement('#tray', HTMLLabelElement)
const input = requireElement('#tray input', HTMLInputElement)
const status = requireElement('#checker-status', HTMLElement)
const results = requireElement('#checker-results', HTMLElement)
const context: DrawContext = { lang, datasets, doings: { change, remove, save: (id, kind) => void prepare(id, kind) } }
/** Milliseconds between two reports of what is being read: a voice that reads forty names helps nobody. */
const ANNOUNCE_EVERY_MS = 5_000

const files = new Map<number, CheckerFile>()
const sections = new Map<number, HTMLElement>()
/** What each file was recognised as, for one of its name that is put in after it. */
const recognised = new Map<number, string | null>()
/** Begun with the first file; its code is in this file, so beginning it asks nobody for anything. */
let worker: Worker | null = null
let running: HTMLElement | null = null
let [nextId, nextGo] = [1, 1]
/** The file to scroll to once all are checked; null for the first. What to say before all else then. */
let next: { at: number | null; said: string } = { at: null, said: '' }
let announcedAt = 0

function startWorker(): Worker {
  const made = new DeskWorker()
  made.addEventListener('message', (event: MessageEvent<Answer>) => take(event.data))
  made.addEventListener('error', (event) => fail(event.message))
  made.postMessage(portalText)
  return made
}

function ask(request: Request): void {
  worker ??= startWorker()
  worker.postMessage(request)
}

function add(list: readonly File[]): void {
  if (list.length === 0) return
  const go = nextGo
  for (const file of list) {
    files.set(nextId, { id: nextId, file, dataset: null, period: null, go, before: saidOf(file.name) })
    nextId += 1
  }
  nextGo += 1
  check(list.length === 1 ? nextId - 1 : null)
}

/** What the clerk has said of the last file of a name, who need not say it again of the corrected file. */
function saidOf(name: string): CheckerFile['before'] {
  const last = [...files.values()].reverse().find(({ file }) => isSameName(file.name, name))
  if (!last || (last.dataset ?? last.period) === null) return last?.before ?? null
  return { dataset: last.dataset ?? recognised.get(last.id) ?? null, period: last.period }
}

function check(at: number | null = null, said = ''): void {
  if (running) restart()
  results.replaceChildren()
  sections.clear()
  next = { at, said }
  announcedAt = 0
  if (files.size === 0) return
  const bar = createElement('progress', { 'aria-label': words.reading('') })
  const message = createElement('p', {})
  const stop = createElement('button', { type: 'button', 'data-do': 'cancel' }, words.cancel)
  stop.addEventListener('click', cancel)
  setRunning(createElement('div', { class: 'running' }, message, bar, stop))
  ask({ kind: 'check', files: [...files.values()], lang })
}

/** Ends the worker in the middle of its work. */
function restart(): void {
  worker?.terminate()
  worker = null
  setRunning(null)
}

/** The bar with its words, or none; meanwhile the line of the status, which says the same, is not seen. */
function setRunning(bar: HTMLElement | null): void {
  running?.remove()
  running = bar
  status.classList.toggle('busy', bar !== null)
  if (bar) results.append(bar)
}

function cancel(): void {
  restart()
  const again = createElement('button', { type: 'button' }, words.again)
  again.addEventListener('click', () => check())
  results.replaceChildren(createElement('p', { class: 'saving' }, words.cancelled, ' ', again, createRemoveAll()))
  sections.clear()
  status.textContent = words.cancelled
  again.focus()
}

function createRemoveAll(): HTMLElement {
  const button = createElement('button', { type: 'button', 'data-do': 'remove-all' }, words.removeAll)
  button.addEventListener('click', () => {
    files.clear()
    check()
    status.textContent = words.removedAll
    input.focus()
  })
  return button
}

function take(answer: Answer): void {
  if (answer.kind === 'progress') showProgress(answer)
  else if (answer.kind === 'report') {
    recognised.set(answer.report.id, answer.report.dataset)
    forget(answer.report.replaces)
    show(answer.report.id, drawReport(answer.report, context))
  } else if (answer.kind === 'unread') {
    forget(answer.replaces)
    show(answer.id, drawUnread({ ...answer, name: nameOf(answer.id) }, context))
  } else if (answer.kind === 'checked') finish()
  else if (answer.kind === 'file') save(answer)
  else if (answer.kind === 'unsaved') showSaving(answer.id, words.unsaved)
  else fail(answer.message)
}

function forget(replaced: readonly { id: number }[]): void {
  for (const { id } of replaced) files.delete(id)
}

function nameOf(id: number): string {
  return files.get(id)?.file.name ?? ''
}

function showProgress(progress: Extract<Answer, { kind: 'progress' }>): void {
  const { id, stage } = progress
  const nth = files.size > 1 ? words.nth([...files.keys()].indexOf(id) + 1, files.size) : ''
  const [message, bar] = running?.children ?? []
  const { text, label } = describeProgress(progress, nameOf(id), words)
  if (message) message.textContent = text + nth
  if (bar instanceof HTMLProgressElement) updateBar(bar, progress, label)
  if (stage !== 'read' || performance.now() < announcedAt + ANNOUNCE_EVERY_MS) return
  announcedAt = performance.now()
  status.textContent = text + nth
}

function show(id: number, section: HTMLElement): void {
  sections.set(id, section)
  results.append(section)
}

function finish(): void {
  setRunning(null)
  results.replaceChildren(...(sections.size > 1 ? [createElement('p', { class: 'saving' }, createRemoveAll())] : []))
  results.append(...sortSections(sections.values()))
  status.textContent = next.said + words.done(sections.size, tallyOf(sections.values(), lang))
  const at = next.at === null ? null : sections.get(next.at)
  // A file that was asked about in the middle of many stays in sight.
  if (at) at.querySelector('h2')?.focus({ preventScroll: sections.size === 1 })
  else results.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}

function change(id: number, dataset: string, period: string): void {
  const file = files.get(id)
  if (!file) return
  files.set(id, { ...file, dataset: dataset || null, period: period || null })
  check(id)
}

function remove(id: number): void {
  const name = nameOf(id)
  const after = sections.get(id)?.nextElementSibling
  const at = [...sections].find(([, section]) => section === after)?.[0] ?? null
  files.delete(id)
  check(at, words.removed(name))
  if (files.size > 0) return
  status.textContent = words.removed(name)
  input.focus()
}

async function prepare(id: number, kind: Saved): Promise<void> {
  showSaving(id, words.preparing)
  if (kind !== 'report') return ask({ kind, id })
  const bytes = await requestReport({ pack: portalText, files: [...files.values()], id })
  if (bytes === null) showSaving(id, words.noReport)
  else save({ id, name: `${nameOf(id)}.html`, type: 'text/html', bytes })
}

/** Aloud, and beside the button. */
function showSaving(id: number, text: string): void {
  status.textContent = text
  sections.get(id)?.querySelector('.saved')?.replaceChildren(text)
}

function save({ id, ...file }: Downloaded & { id: number }): void {
  download(file)
  showSaving(id, words.saved(file.name))
}

/** Whatever made the program fail is removed from the page, or it would fail again over the next file. */
function fail(message: string): void {
  restart()
  files.clear()
  sections.clear()
  results.replaceChildren(
    createElement('p', { class: 'outcome' }, words.error),
    createElement('pre', { class: 'scroll', tabindex: '0' }, message),
  )
  status.textContent = words.error
}

input.addEventListener('change', () => {
  add([...(input.files ?? [])])
  // So that the same file can be chosen again once it has been corrected.
  input.value = ''
})

for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
  // A file let go beside the tray would else replace the page.
  document.addEventListener(kind, (event) => {
    event.preventDefault()
    tray.classList.toggle('over', kind === 'dragenter' || kind === 'dragover')
    if (kind === 'drop' && event.dataTransfer?.types.includes('Files')) void addDropped(event.dataTransfer)
  })
}

async function addDropped(transfer: DataTransfer): Promise<void> {
  const dropped = await filesOf(transfer)
  add(dropped)
  if (dropped.length === 0) status.textContent = words.noFiles
}
// Zod needs it (Chromium 93); where it lacks, the tray stays shut and the page says that the browser is too old.
if ('hasOwn' in Object) input.disabled = false
