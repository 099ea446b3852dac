import type { Lang } from '../../text/local-text.ts'
import type { CheckerCause, CheckerReport, Preview } from '../protocol.ts'
import { CHECKER_MESSAGES, type CheckerMessages, type Fared } from './checker-messages.ts'
import { drawSaving, type Saved } from './draw-saving.ts'
import { createElement } from './page-element.ts'

/** What the clerk can do with a file on the page. */
interface Doings {
  change(id: number, dataset: string, period: string): void
  remove(id: number): void
  save(id: number, kind: Saved): void
}

export interface DrawContext {
  lang: Lang
  datasets: readonly { id: string; title: string }[]
  doings: Doings
}

/** One file: what it is, how it fared, and its problems by cause. */
export function drawReport(report: CheckerReport, context: DrawContext): HTMLElement {
  const words = CHECKER_MESSAGES[context.lang]
  const outcome = outcomeOf(report, words)
  return createElement(
    'section',
    { class: 'sheet', 'data-file': report.name, 'data-outcome': outcome.kind, 'aria-labelledby': `file-${report.id}` },
    createElement(
      'header',
      {},
      createElement('h2', { id: `file-${report.id}`, tabindex: '-1' }, report.name),
      drawForm(report, context),
    ),
    createElement('p', { class: 'outcome' }, outcome.message),
    report.replaces.length > 0
      ? createElement(
          'p',
          { class: 'summary' },
          words.replaces(
            joinListed(
              report.replaces.map(({ name }) => name),
              context.lang,
            ),
          ),
        )
      : null,
    report.rowsRead > 0
      ? createElement('p', { class: 'rows-read' }, words.rows(report.rowsRead, report.rowsUsed, report.rowsRefused))
      : null,
    report.causes.length > 0 ? createElement('p', { class: 'summary' }, report.summary) : null,
    ...report.causes.map((cause) => drawCause(cause, words, context.lang)),
    report.causesLeft > 0 ? createElement('p', { class: 'small' }, words.causesLeft(report.causesLeft)) : null,
    report.causes.length > 0 || report.rowsRead > 0 ? drawSaving(report, words, context.doings.save) : null,
  )
}

/** A file that was not read, and why: with the program's own words where it failed. */
export function drawUnread(
  { id, name, message }: { id: number; name: string; message: string | null },
  { lang, doings }: DrawContext,
): HTMLElement {
  const words = CHECKER_MESSAGES[lang]
  const remove = createElement(
    'button',
    { type: 'button', 'data-do': 'remove', 'aria-describedby': `file-${id}` },
    words.remove,
  )
  remove.addEventListener('click', () => doings.remove(id))
  return createElement(
    'section',
    { class: 'sheet', 'data-file': name, 'data-outcome': 'unread', 'aria-labelledby': `file-${id}` },
    createElement(
      'header',
      {},
      createElement('h2', { id: `file-${id}`, tabindex: '-1' }, name),
      createElement('p', { class: 'what' }, remove),
    ),
    createElement('p', { class: 'outcome' }, message === null ? words.unread : words.failed),
    message === null ? null : createElement('pre', { class: 'scroll', tabindex: '0' }, message),
  )
}

function outcomeOf(report: CheckerReport, words: CheckerMessages): { kind: Fared; message: string } {
  if (report.counts.error > 0) return { kind: 'stopped', message: words.stopped }
  if (report.dataset === null) {
    return { kind: 'unknown', message: report.candidates.length > 0 ? words.severalDatasets : words.whichDataset }
  }
  if (report.period === null) {
    const shape = report.periodShape ?? ''
    const message = report.typed === null ? words.whichPeriod(shape) : words.wrongPeriod(report.typed, shape)
    return { kind: 'unknown', message }
  }
  if (report.unaccepted > 0) return { kind: 'stopped', message: words.unaccepted }
  if (report.counts.warning > 0) return { kind: 'warned', message: words.warned }
  return report.counts.note > 0
    ? { kind: 'repaired', message: words.repaired }
    : { kind: 'clean', message: words.clean }
}

function drawForm(report: CheckerReport, { lang, datasets, doings }: DrawContext): HTMLElement {
  const words = CHECKER_MESSAGES[lang]
  const first = report.dataset === null ? [createElement('option', { value: '' }, words.choose)] : []
  const select = createElement(
    'select',
    { name: 'dataset' },
    ...first,
    ...datasets.map(({ id, title }) =>
      createElement('option', { value: id, selected: id === report.dataset ? '' : undefined }, title),
    ),
  )
  const named = `file-${report.id}`
  const shownPeriod = report.period ?? report.typed ?? ''
  const period = createElement('input', {
    name: 'period',
    value: shownPeriod,
    'aria-invalid': report.typed !== null && report.dataset !== null ? 'true' : undefined,
    placeholder: report.periodShape ?? 'YYYY-MM',
    size: '9',
    autocomplete: 'off',
  })
  const isGuessed = report.dataset !== null && (report.isGuessed.dataset || report.isGuessed.period)
  const form = createElement(
    'form',
    { class: 'what' },
    createElement('label', {}, words.dataset, ' ', select),
    createElement('label', {}, words.period, ' ', period),
    createElement('button', { type: 'submit', 'aria-describedby': named }, words.recheck),
    createElement('button', { type: 'button', 'data-do': 'remove', 'aria-describedby': named }, words.remove),
    isGuessed ? createElement('small', {}, words.guessed) : null,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = period.value.trim()
    // What was guessed and left as it is may be guessed again: another dataset has periods of another kind.
    doings.change(report.id, select.value, report.isGuessed.period && typed === shownPeriod ? '' : typed)
  })
  form.querySelector('[data-do=remove]')?.addEventListener('click', () => doings.remove(report.id))
  return form
}

function drawCause(cause: CheckerCause, words: CheckerMessages, lang: Lang): HTMLElement {
  const { level, rule, count, message, remedy, place } = cause
  return createElement(
    'article',
    { class: `cause ${level}`, 'data-rule': rule, 'data-count': String(count) },
    // A note itself states how many cells it covers.
    createElement(
      'p',
      { class: 'level' },
      `${words.level[level]} `,
      ...(level === 'note' ? [] : [createElement('br'), words.times(count)]),
    ),
    createElement(
      'div',
      {},
      createElement('h3', {}, message[lang]),
      createElement(
        'p',
        { class: 'evidence' },
        ...listEvidence(cause, words),
        createElement('code', { class: 'rule' }, rule),
      ),
      createElement('p', { class: 'remedy' }, remedy[lang]),
      cause.preview ? drawPreview(cause.preview, place, words) : null,
      drawOthers(cause, words, lang),
    ),
  )
}

function listEvidence(
  { place, isRepair, found, expected }: CheckerCause,
  words: CheckerMessages,
): (HTMLElement | null)[] {
  const [was, should] = isRepair ? [words.was, words.readAs] : [words.found, words.expected]
  const createPart = (word: string, value: string) =>
    createElement('span', {}, `${word} `, createElement('b', {}, value || words.blank))
  return [
    place === '' ? null : createElement('span', { class: 'place' }, place),
    found === null ? null : createPart(was, found),
    expected === null || expected === '' ? null : createPart(should, expected),
  ]
}

function drawOthers(
  { count, others, othersLeft }: CheckerCause,
  words: CheckerMessages,
  lang: Lang,
): HTMLElement | null {
  if (count <= 1) return null
  const summary = words.others(count - 1)
  const places = others.filter((place) => place !== '')
  if (places.length === 0) return createElement('p', { class: 'small' }, summary)
  const more = othersLeft > 0 ? words.more(othersLeft) : ''
  const list = createElement('p', {}, joinListed(places, lang), more)
  return createElement('details', {}, createElement('summary', {}, summary), list)
}

const joinListed = (parts: readonly string[], lang: Lang) => parts.join(lang === 'zh' ? '、' : '; ')

/** The rows around the cell, as the clerk sees them in the file: numbers at the side, letters on top. */
function drawPreview(preview: Preview, place: string, words: CheckerMessages): HTMLElement {
  const head = createElement(
    'tr',
    {},
    createElement('td', {}),
    ...preview.columns.map(({ name, isMarked }) =>
      createElement('th', { scope: 'col', class: isMarked ? 'at' : undefined }, name),
    ),
  )
  const titles = createElement(
    'tr',
    { class: 'titles' },
    createElement('th', { scope: 'row' }, String(preview.headerRow ?? '')),
    ...preview.columns.map(({ header, isMarked }) =>
      createElement('td', { class: isMarked && preview.isHeader ? 'marked' : undefined }, header),
    ),
  )
  const rows = preview.rows.map(({ row, cells, isMarked }) =>
    createElement(
      'tr',
      { class: isMarked ? 'at' : undefined },
      createElement('th', { scope: 'row' }, String(row)),
      ...cells.map((text, index) => {
        const isMarkedColumn = preview.columns[index]?.isMarked ?? preview.columns.length === 0
        const isMarkedCell = isMarkedColumn && (isMarked || preview.isColumn)
        return createElement(
          'td',
          { class: isMarkedCell ? 'marked' : undefined },
          isMarkedCell && text === '' ? words.blank : text,
        )
      }),
    ),
  )
  const label = place === '' ? words.around : `${words.around}：${place}`
  const caption = createElement('caption', { class: 'bare' }, createElement('span', { class: 'unseen' }, label))
  return createElement(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words.around },
    preview.columns.length === 0
      ? createElement('table', { class: 'cells lines' }, caption, createElement('tbody', {}, ...rows))
      : createElement(
          'table',
          { class: 'cells' },
          caption,
          createElement('thead', {}, head),
          createElement('tbody', {}, titles, ...rows),
        ),
  )
}
