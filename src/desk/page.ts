import type { Lang } from '../text/words.ts'
import { drawReport } from './draw.ts'
import { element, needed } from './element.ts'
import type { Answer, DeskFile, DeskReport, Request } from './protocol.ts'
import { DESK_WORDS } from './words.ts'
// The worker's code is part of this file, so that nothing is fetched once the page is there.
import DeskWorker from './worker.ts?worker&inline'

const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh'
const words = DESK_WORDS[lang]
const portalText = needed('#desk-portal', HTMLScriptElement).textContent
// The page's own build wrote the list, two plain fields an item.
const datasets = JSON.parse(needed('#desk-datasets', HTMLScriptElement).textContent) as { id: string; title: string }[]
const tray = needed('#tray', HTMLLabelElement)
const input = needed('#tray input', HTMLInputElement)
const status = needed('#desk-status', HTMLElement)
const results = needed('#desk-results', HTMLElement)

const files = new Map<number, DeskFile>()
const sections = new Map<number, HTMLElement>()
/** Begun with the first file; its code is in this file, so beginning it asks nobody for anything. */
let worker: Worker | null = null
let running: HTMLElement | null = null
let nextId = 1

function newWorker(): Worker {
  const made = new DeskWorker()
  made.addEventListener('message', (event: MessageEvent<Answer>) => take(event.data))
  made.addEventListener('error', (event) => fail(event.message))
  made.postMessage(portalText)
  return made
}

function ask(request: Request): void {
  worker ??= newWorker()
  worker.postMessage(request)
}

function add(list: Iterable<File>): void {
  let count = 0
  for (const file of list) {
    files.set(nextId, { id: nextId, file, dataset: null, period: null })
    nextId += 1
    count += 1
  }
  if (count > 0) check()
}

function check(): void {
  if (running) restart()
  results.replaceChildren()
  sections.clear()
  if (files.size === 0) return
  const bar = element('progress', { 'aria-label': words.reading('') })
  const told = element('p', {})
  const stop = element('button', { type: 'button', 'data-do': 'cancel' }, words.cancel)
  stop.addEventListener('click', cancel)
  running = element('div', { class: 'running' }, told, bar, stop)
  results.append(running)
  ask({ kind: 'check', files: [...files.values()], lang })
}

/** Ends the worker in the middle of its work. */
function restart(): void {
  worker?.terminate()
  worker = null
  running?.remove()
  running = null
}

function cancel(): void {
  restart()
  const again = element('button', { type: 'button' }, words.again)
  again.addEventListener('click', check)
  results.replaceChildren(element('p', { class: 'saving' }, words.cancelled, ' ', again))
  sections.clear()
  status.textContent = words.cancelled
  again.focus()
}

function take(answer: Answer): void {
  if (answer.kind === 'progress') showProgress(answer)
  else if (answer.kind === 'report') show(answer.report)
  else if (answer.kind === 'checked') finish()
  else if (answer.kind === 'file') save(answer)
  else fail(answer.told)
}

function showProgress({ id, stage, done, total }: Extract<Answer, { kind: 'progress' }>): void {
  const name = files.get(id)?.file.name ?? ''
  const [told, bar] = running?.children ?? []
  const text = stage === 'read' ? words.reading(name) : words.checking(name, done, total)
  if (told) told.textContent = text
  if (bar instanceof HTMLProgressElement) {
    bar.setAttribute('aria-label', stage === 'read' ? text : words.checking(name, total, total))
    if (stage === 'read') bar.removeAttribute('value')
    else Object.assign(bar, { max: total, value: done })
  }
  // Told once a file: a voice that reads every thousandth row helps nobody.
  if (stage === 'read') status.textContent = text
}

function show(report: DeskReport): void {
  const section = drawReport(report, { lang, datasets, doings: { change, remove, save: prepare } })
  sections.set(report.id, section)
  results.append(section)
}

function finish(): void {
  running?.remove()
  running = null
  status.textContent = words.done(files.size)
  results.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
}

function change(id: number, dataset: string, period: string): void {
  const file = files.get(id)
  if (!file) return
  files.set(id, { ...file, dataset: dataset || null, period: period || null })
  check()
}

function remove(id: number): void {
  const name = files.get(id)?.file.name ?? ''
  files.delete(id)
  check()
  status.textContent = words.removed(name)
  input.focus()
}

function prepare(id: number, kind: 'copy' | 'list'): void {
  status.textContent = words.preparing
  ask({ kind, id })
}

function save({ id, name, type, bytes }: Extract<Answer, { kind: 'file' }>): void {
  const link = element('a', { href: URL.createObjectURL(new Blob([bytes], { type })), download: name })
  sections.get(id)?.append(link)
  link.click()
  link.remove()
  status.textContent = words.saved(name)
}

function fail(told: string): void {
  restart()
  results.replaceChildren(
    element('p', { class: 'verdict' }, words.fault),
    element('pre', { class: 'scroll', tabindex: '0' }, told),
  )
  status.textContent = words.fault
}

input.addEventListener('change', () => {
  add(input.files ?? [])
  // So that the same file can be chosen again once it has been corrected.
  input.value = ''
})

for (const kind of ['dragenter', 'dragover', 'dragleave', 'drop'] as const) {
  // A file let go beside the tray would else replace the page.
  document.addEventListener(kind, (event) => {
    event.preventDefault()
    tray.classList.toggle('over', kind === 'dragenter' || kind === 'dragover')
    if (kind === 'drop') add(event.dataTransfer?.files ?? [])
  })
}
input.disabled = false
