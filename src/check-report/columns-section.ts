import type { Column } from '../contracts/contract.ts'
import { formatPeriod } from '../text/format.ts'
import { sum } from '../text/sum.ts'
import { drawBars, drawColumns, type Item } from './chart.ts'
import { type ColumnEvidence, isOpen, type Shown } from './column-evidence.ts'
import { renderElement, renderScrollable, renderTableRow, say } from './html-element.ts'
import type { ReportDataset, ReportFile } from './source.ts'
import type { Writing } from './writing.ts'

/** Bars of a small chart; what is less frequent becomes one of them. */
const BARS_MAX = 12

/** Every column of the file: those that may be seen with range and chart, the others with their counts alone. */
export function renderColumns({ contract }: ReportDataset, { evidence }: ReportFile, writing: Writing): string {
  if (!evidence) return ''
  const { words } = writing
  const all = Object.entries(contract.columns).flatMap(([id, column]) => {
    const measured = evidence.columns[id]
    return measured ? [{ id, column, measured }] : []
  })
  const open = all.filter(({ column }) => isOpen(column))
  const cards = open.map(({ id, column, measured }) => renderCard(id, column, measured, writing))
  const closed = all.filter(({ column }) => !isOpen(column))
  return (
    renderElement('p', { class: 'lead' }, say(words.columnsLead)) +
    renderElement('div', { class: 'cards' }, ...cards) +
    (closed.length > 0 ? renderClosed(closed, writing) : '')
  )
}

function renderCard(id: string, column: Column, measured: ColumnEvidence, writing: Writing): string {
  const { lang, words, count } = writing
  const name = column.names[lang]
  const facts = [
    `${words.missing} ${count(measured.missing)}`,
    `${words.distinct} ${count(measured.distinct)}`,
    ...(measured.shown ? rangeOf(column, measured.shown, writing) : []),
  ]
  return renderElement(
    'section',
    { class: 'card' },
    renderElement('h4', {}, say(name), ' ', renderElement('code', {}, say(id))),
    renderElement('p', {}, ...facts.map((fact) => renderElement('span', {}, say(fact)))),
    measured.shown ? renderChart(column, measured, measured.shown, writing) : '',
  )
}

function rangeOf(column: Column, { range, values, valuesLeft }: Shown, { words, count }: Writing): string[] {
  if (column.type.kind === 'list') return [words.ofItems(values.length + valuesLeft, column.type.items.length)]
  if (range === null) return []
  if (range.kind === 'length') return [words.length(range.low, range.high)]
  const isCount = ['integer', 'number'].includes(column.type.kind)
  const [low, high] = [range.low, range.high].map((value) => (isCount ? count(Number(value)) : value))
  return [`${words.range} ${low === high ? low : `${low} – ${high}`}`]
}

function renderChart(column: Column, measured: ColumnEvidence, shown: Shown, writing: Writing): string {
  const { lang, words, drawer } = writing
  const title = column.names[lang]
  if (shown.bins.length > 0)
    return drawColumns(
      shown.bins.map((bin) => ({ label: labelOf(bin, column, writing), rows: bin.rows })),
      title,
      drawer,
    )
  if (measured.rows - measured.missing === measured.distinct && column.type.kind !== 'list')
    return renderElement('p', { class: 'quiet' }, say(words.unique))
  if (shown.repeats.length > 0) return drawBars(repeatsOf(shown, writing), title, drawer)
  return drawBars(itemsOf(shown, writing), title, drawer)
}

/** `出现2次的值` 24: how often single values come back. */
function repeatsOf({ repeats }: Shown, { words, count }: Writing): Item[] {
  const items = repeats.map(({ rows, values }) => ({ label: words.times(count(rows)), rows: values }))
  if (items.length <= BARS_MAX) return items
  const rest = items.slice(BARS_MAX - 1)
  const values = sum(rest.map(({ rows }) => rows))
  return [...items.slice(0, BARS_MAX - 1), { label: words.moreTimes, rows: values, isRest: true }]
}

function itemsOf({ values, valuesLeft, rowsLeft }: Shown, { lang, words, places }: Writing): Item[] {
  const items = values.map(({ value, name, rows }) => ({
    label: name?.[lang] ?? places.get(value)?.names[lang] ?? value,
    rows,
  }))
  if (items.length + valuesLeft <= BARS_MAX) return items
  const rest = items.slice(BARS_MAX - 1)
  return [
    ...items.slice(0, BARS_MAX - 1),
    { label: words.others(rest.length + valuesLeft), rows: rowsLeft + sum(rest.map(({ rows }) => rows)), isRest: true },
  ]
}

function labelOf({ from, to }: { from: string; to: string }, { type }: Column, { lang, count }: Writing): string {
  if (['integer', 'number', 'percent'].includes(type.kind)) {
    return from === to ? count(Number(from)) : `${count(Number(from))}–${count(Number(to))}`
  }
  return from.length === 10 ? from : formatPeriod(from, lang)
}

function renderClosed(
  closed: readonly { column: Column; measured: ColumnEvidence }[],
  { lang, words, count }: Writing,
): string {
  const head = [words.name, words.missing, words.distinct].map((text, index) =>
    renderElement('th', { scope: 'col', ...(index > 0 ? { class: 'n' } : {}) }, say(text)),
  )
  const rows = closed.map(({ column, measured }) =>
    renderTableRow([
      { text: column.names[lang], isHead: true },
      { text: count(measured.missing), isNumber: true },
      { text: count(measured.distinct), isNumber: true },
    ]),
  )
  return (
    renderElement('h4', {}, say(words.closed)) +
    renderElement('p', { class: 'lead' }, say(words.closedLead)) +
    renderScrollable(
      words.closed,
      renderElement(
        'table',
        { class: 'narrow' },
        renderElement('thead', {}, renderElement('tr', {}, ...head)),
        renderElement('tbody', {}, ...rows),
      ),
    )
  )
}
