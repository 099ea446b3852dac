import type { Lang } from '../../text/local-text.ts'
import type { DeskCause, DeskReport, Preview } from '../protocol.ts'
import { DESK_WORDS, type DeskWords, type Fared } from './checker-messages.ts'
import { element } from './page-element.ts'

/** What the clerk can do with a file on the desk. */
export interface Doings {
  change(id: number, dataset: string, period: string): void
  remove(id: number): void
  save(id: number, kind: 'copy' | 'list'): void
}

export interface DrawContext {
  lang: Lang
  datasets: readonly { id: string; title: string }[]
  doings: Doings
}

/** One file: what it is, how it fared, and its problems by cause. */
export function drawReport(report: DeskReport, context: DrawContext): HTMLElement {
  const words = DESK_WORDS[context.lang]
  const verdict = verdictOf(report, words)
  return element(
    'section',
    { class: 'sheet', 'data-file': report.name, 'data-verdict': verdict.kind, 'aria-labelledby': `file-${report.id}` },
    element(
      'header',
      {},
      element('h2', { id: `file-${report.id}`, tabindex: '-1' }, report.name),
      drawForm(report, context),
    ),
    element('p', { class: 'verdict' }, verdict.told),
    report.replaces.length > 0
      ? element(
          'p',
          { class: 'told' },
          words.replaces(
            listed(
              report.replaces.map(({ name }) => name),
              context.lang,
            ),
          ),
        )
      : null,
    report.rowsRead > 0
      ? element('p', { class: 'rows-read' }, words.rows(report.rowsRead, report.rowsUsed, report.rowsRefused))
      : null,
    report.causes.length > 0 ? element('p', { class: 'told' }, report.told) : null,
    ...report.causes.map((cause) => drawCause(cause, words, context.lang)),
    report.causesLeft > 0 ? element('p', { class: 'small' }, words.causesLeft(report.causesLeft)) : null,
    report.causes.length > 0 ? drawSaving(report, context) : null,
  )
}

/** A file that was not read, and why: with the program's own words where it failed. */
export function drawUnread(
  { id, name, told }: { id: number; name: string; told: string | null },
  { lang, doings }: DrawContext,
): HTMLElement {
  const words = DESK_WORDS[lang]
  const remove = element(
    'button',
    { type: 'button', 'data-do': 'remove', 'aria-describedby': `file-${id}` },
    words.remove,
  )
  remove.addEventListener('click', () => doings.remove(id))
  return element(
    'section',
    { class: 'sheet', 'data-file': name, 'data-verdict': 'unread', 'aria-labelledby': `file-${id}` },
    element(
      'header',
      {},
      element('h2', { id: `file-${id}`, tabindex: '-1' }, name),
      element('p', { class: 'what' }, remove),
    ),
    element('p', { class: 'verdict' }, told === null ? words.unread : words.failed),
    told === null ? null : element('pre', { class: 'scroll', tabindex: '0' }, told),
  )
}

function verdictOf(report: DeskReport, words: DeskWords): { kind: Fared; told: string } {
  if (report.counts.error > 0) return { kind: 'stopped', told: words.stopped }
  if (report.dataset === null) {
    return { kind: 'unknown', told: report.candidates.length > 0 ? words.severalDatasets : words.whichDataset }
  }
  if (report.period === null) {
    const shape = report.periodShape ?? ''
    const told = report.typed === null ? words.whichPeriod(shape) : words.wrongPeriod(report.typed, shape)
    return { kind: 'unknown', told }
  }
  if (report.counts.warning > 0) return { kind: 'warned', told: words.warned }
  return report.counts.note > 0 ? { kind: 'repaired', told: words.repaired } : { kind: 'clean', told: words.clean }
}

function drawForm(report: DeskReport, { lang, datasets, doings }: DrawContext): HTMLElement {
  const words = DESK_WORDS[lang]
  const first = report.dataset === null ? [element('option', { value: '' }, words.choose)] : []
  const select = element(
    'select',
    { name: 'dataset' },
    ...first,
    ...datasets.map(({ id, title }) =>
      element('option', { value: id, selected: id === report.dataset ? '' : undefined }, title),
    ),
  )
  const named = `file-${report.id}`
  const shownPeriod = report.period ?? report.typed ?? ''
  const period = element('input', {
    name: 'period',
    value: shownPeriod,
    'aria-invalid': report.typed !== null && report.dataset !== null ? 'true' : undefined,
    placeholder: report.periodShape ?? 'YYYY-MM',
    size: '9',
    autocomplete: 'off',
  })
  const isGuessed = report.dataset !== null && (report.isGuessed.dataset || report.isGuessed.period)
  const form = element(
    'form',
    { class: 'what' },
    element('label', {}, words.dataset, ' ', select),
    element('label', {}, words.period, ' ', period),
    element('button', { type: 'submit', 'aria-describedby': named }, words.recheck),
    element('button', { type: 'button', 'data-do': 'remove', 'aria-describedby': named }, words.remove),
    isGuessed ? element('small', {}, words.guessed) : null,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = period.value.trim()
    // What was guessed and left as it is may be guessed anew: another dataset has periods of another kind.
    doings.change(report.id, select.value, report.isGuessed.period && typed === shownPeriod ? '' : typed)
  })
  form.querySelector('[data-do=remove]')?.addEventListener('click', () => doings.remove(report.id))
  return form
}

function drawCause(cause: DeskCause, words: DeskWords, lang: Lang): HTMLElement {
  const { level, rule, count, message, remedy, place } = cause
  return element(
    'article',
    { class: `cause ${level}`, 'data-rule': rule, 'data-count': String(count) },
    // A note says itself how many cells it stands for.
    element(
      'p',
      { class: 'level' },
      `${words.level[level]} `,
      ...(level === 'note' ? [] : [element('br'), words.times(count)]),
    ),
    element(
      'div',
      {},
      element('h3', {}, message[lang]),
      element('p', { class: 'evidence' }, ...evidence(cause, words), element('code', { class: 'rule' }, rule)),
      element('p', { class: 'remedy' }, remedy[lang]),
      cause.preview ? drawPreview(cause.preview, place, words) : null,
      drawOthers(cause, words, lang),
    ),
  )
}

function evidence({ place, isRepair, found, expected }: DeskCause, words: DeskWords): (HTMLElement | null)[] {
  const [was, should] = isRepair ? [words.was, words.readAs] : [words.found, words.expected]
  const part = (word: string, value: string) => element('span', {}, `${word} `, element('b', {}, value || words.blank))
  return [
    place === '' ? null : element('span', { class: 'place' }, place),
    found === null ? null : part(was, found),
    expected === null || expected === '' ? null : part(should, expected),
  ]
}

function drawOthers({ count, others, othersLeft }: DeskCause, words: DeskWords, lang: Lang): HTMLElement | null {
  if (count <= 1) return null
  const summary = words.others(count - 1)
  const places = others.filter((place) => place !== '')
  if (places.length === 0) return element('p', { class: 'small' }, summary)
  const more = othersLeft > 0 ? words.more(othersLeft) : ''
  const list = element('p', {}, listed(places, lang), more)
  return element('details', {}, element('summary', {}, summary), list)
}

const listed = (parts: readonly string[], lang: Lang) => parts.join(lang === 'zh' ? '、' : '; ')

/** The rows around the cell, as the clerk sees them in the file: numbers at the side, letters on top. */
function drawPreview(preview: Preview, place: string, words: DeskWords): HTMLElement {
  const head = element(
    'tr',
    {},
    element('td', {}),
    ...preview.columns.map(({ name, isMarked }) =>
      element('th', { scope: 'col', class: isMarked ? 'at' : undefined }, name),
    ),
  )
  const titles = element(
    'tr',
    { class: 'titles' },
    element('th', { scope: 'row' }, String(preview.headerRow ?? '')),
    ...preview.columns.map(({ header, isMarked }) =>
      element('td', { class: isMarked && preview.isHeader ? 'fault' : undefined }, header),
    ),
  )
  const rows = preview.rows.map(({ row, cells, isMarked }) =>
    element(
      'tr',
      { class: isMarked ? 'at' : undefined },
      element('th', { scope: 'row' }, String(row)),
      ...cells.map((text, index) => {
        const isMarkedColumn = preview.columns[index]?.isMarked ?? preview.columns.length === 0
        const isFault = isMarkedColumn && (isMarked || preview.isColumn)
        return element('td', { class: isFault ? 'fault' : undefined }, isFault && text === '' ? words.blank : text)
      }),
    ),
  )
  const label = place === '' ? words.around : `${words.around}：${place}`
  const caption = element('caption', { class: 'bare' }, element('span', { class: 'unseen' }, label))
  return element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': words.around },
    preview.columns.length === 0
      ? element('table', { class: 'cells lines' }, caption, element('tbody', {}, ...rows))
      : element(
          'table',
          { class: 'cells' },
          caption,
          element('thead', {}, head),
          element('tbody', {}, titles, ...rows),
        ),
  )
}

function drawSaving(report: DeskReport, { lang, doings }: DrawContext): HTMLElement {
  const words = DESK_WORDS[lang]
  const named = { 'aria-describedby': `file-${report.id}` }
  const copy = element('button', { type: 'button', class: 'main', 'data-save': 'copy', ...named }, words.saveCopy)
  const list = element('button', { type: 'button', 'data-save': 'list', ...named }, words.saveList)
  copy.addEventListener('click', () => doings.save(report.id, 'copy'))
  list.addEventListener('click', () => doings.save(report.id, 'list'))
  // Said aloud by the page's status, far above.
  return element('p', { class: 'saving' }, copy, list, element('span', { class: 'saved small', 'aria-hidden': 'true' }))
}
