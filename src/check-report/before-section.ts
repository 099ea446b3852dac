import { formatPeriod, formatValue } from '../text/format.ts'
import type { FigureLine } from './before.ts'
import { compareFigures, findNovelties } from './before.ts'
import { drawColumns } from './chart.ts'
import { renderElement, renderScrollable, renderTableRow, say, type TableCell } from './html-element.ts'
import type { ReportDataset, ReportFile } from './source.ts'
import type { Writing } from './writing.ts'

/** Periods that are shown beside the file. */
const PERIODS_MAX = 25

/** The file against those of earlier periods: rows, what came and went, figures. */
export function renderBefore(dataset: ReportDataset, now: ReportFile, writing: Writing): string {
  const { words } = writing
  const earlier = dataset.files.filter((file) => file.period < now.period && file.evidence)
  const figures = compareFigures(dataset, now, writing.places).filter(
    ({ before, yearBefore }) => before !== null || yearBefore !== null,
  )
  if (earlier.length === 0 && figures.length === 0) return renderElement('p', {}, say(words.noBefore))
  const shown = [...earlier, now].slice(-PERIODS_MAX)
  return [
    ...(earlier.length > 0
      ? [renderRows(shown, now, writing), renderNovelties(dataset, now, earlier.at(-1), writing)]
      : []),
    ...(figures.length > 0 ? [renderFigures(figures, writing)] : []),
  ].join('')
}

function renderRows(files: readonly ReportFile[], now: ReportFile, writing: Writing): string {
  const { lang, words, count, drawer } = writing
  const items = files.map((file) => ({
    label: formatPeriod(file.period, lang),
    rows: file.rowsUsed,
    isNow: file === now,
  }))
  const head = [words.period, words.read, words.used, words.refused].map((text, index) =>
    renderElement('th', { scope: 'col', ...(index > 0 ? { class: 'n' } : {}) }, say(text)),
  )
  const rows = files
    .toReversed()
    .map((file) =>
      renderTableRow([
        { text: formatPeriod(file.period, lang), isHead: true },
        ...[file.rowsRead, file.rowsUsed].map((value): TableCell => ({ text: count(value), isNumber: true })),
        { text: count(file.rowsRefused), isNumber: true, isBad: file.rowsRefused > 0 },
      ]),
    )
  const table = renderElement(
    'table',
    { class: 'narrow' },
    renderElement('thead', {}, renderElement('tr', {}, ...head)),
    renderElement('tbody', {}, ...rows),
  )
  return renderElement(
    'div',
    { class: 'beside' },
    renderElement(
      'figure',
      {},
      renderElement('figcaption', {}, say(words.rowsByPeriod)),
      drawColumns(items, words.rowsByPeriod, drawer),
    ),
    renderScrollable(words.before, table),
  )
}

function renderNovelties(
  { contract }: ReportDataset,
  now: ReportFile,
  before: ReportFile | undefined,
  { lang, words, list, places }: Writing,
): string {
  const sentences = findNovelties(contract, now, before).flatMap(({ column, come, gone }) => {
    const { names, type } = contract.columns[column] ?? {}
    const items = type?.kind === 'list' ? type.items : []
    const name = names?.[lang] ?? column
    const joinNamed = (codes: readonly string[]) =>
      list(
        codes.map((code) => items.find((item) => item.code === code)?.[lang] ?? places.get(code)?.names[lang] ?? code),
      )
    return [
      ...(come.length > 0 ? [words.come(name, joinNamed(come))] : []),
      ...(gone.length > 0 ? [words.gone(name, joinNamed(gone))] : []),
    ]
  })
  return sentences.map((sentence) => renderElement('p', {}, say(sentence))).join('')
}

function renderFigures(figures: readonly FigureLine[], { lang, words }: Writing): string {
  const head = [words.figure, words.now, words.lastPeriod, words.lastYear, words.difference].map((text, index) =>
    renderElement('th', { scope: 'col', ...(index > 0 ? { class: 'n' } : {}) }, say(text)),
  )
  const groups = new Map<string, string[]>()
  for (const { table, of, name, unit, decimals, now, before, yearBefore } of figures) {
    const title = of[lang] === '' ? table[lang] : `${table[lang]} · ${of[lang]}`
    const createNumberCell = (value: number | null): TableCell => ({
      text: formatValue({ value, status: 'final' }, unit, decimals, lang),
      isNumber: true,
    })
    const change = now === null || before === null ? '—' : describeChange(now, before)
    const row = renderTableRow([
      { text: name[lang], isHead: true },
      ...[now, before, yearBefore].map(createNumberCell),
      { text: change, isNumber: true },
    ])
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  const bodies = [...groups].map(([title, rows]) =>
    renderElement(
      'tbody',
      {},
      renderElement('tr', { class: 'group' }, renderElement('th', { colspan: '5', scope: 'colgroup' }, say(title))),
      ...rows,
    ),
  )
  return renderScrollable(
    words.figure,
    renderElement(
      'table',
      { class: 'figures' },
      renderElement('thead', {}, renderElement('tr', {}, ...head)),
      ...bodies,
    ),
  )
}

/** `+12.3%`, `−4.0%`, `0`; a dash where there was nothing before. */
function describeChange(now: number, before: number): string {
  if (now === before) return '0'
  if (before === 0) return '—'
  const share = ((now - before) / Math.abs(before)) * 100
  return `${share > 0 ? '+' : '−'}${Math.abs(share).toFixed(1)}%`
}
