import type { Random } from '../../../scripts/demo/random.ts'
import { defineFaults } from '../fault.ts'
import { encodeText, linesOf, toCsv, withCell } from '../grid.ts'
import { NUMBERS, pickCell, type Subject, toRow } from '../subject-file.ts'

const DELIMITER = ['delimiter-unknown', 'header-missing', 'header-missing-wide', 'header-rows-undeclared', 'row-ragged']
const QUOTES = ['csv-quote-open', 'csv-quote-stray', 'row-ragged']

/** Delimiters, quotes and line ends. */
export const DELIMITED_FAULTS = defineFaults('delimited', {
  'a quote that is never closed': (subject, random) => {
    const cell = pickCell(subject, random, () => true)
    return cell && { bytes: editCell(subject, cell, (text) => `"${text}`), rules: QUOTES }
  },
  'a quote within a quoted cell': (subject, random) => {
    const cell = pickCell(subject, random, (_, text) => text.length > 1)
    const bytes = cell && editCell(subject, cell, (text) => `"${text.slice(0, 1)}"${text.slice(1)}"`)
    return cell && bytes && { bytes, rules: QUOTES, row: toRow(cell.row) }
  },
  'a quote escaped by a backslash': (subject, random) => {
    const cell = pickCell(subject, random, (_, text) => text.length > 1)
    const bytes = cell && editCell(subject, cell, (text) => `"${text.slice(0, 1)}\\"${text.slice(1)}"`)
    return cell && bytes && { bytes, rules: QUOTES, row: toRow(cell.row) }
  },
  'a comma within a cell without quotes': (subject, random) => {
    const cell = pickCell(subject, random, (_, text) => text.length > 1)
    const bytes = cell && editCell(subject, cell, (text) => `${text.slice(0, 1)},${text.slice(1)}`)
    return cell && bytes && { bytes, rules: ['row-ragged'], row: toRow(cell.row) }
  },
  'a number grouped by commas without quotes': (subject, random) => {
    const cell = pickCell(subject, random, ({ kind }, text) => NUMBERS.has(kind) && /^\d{4,6}$/.test(text))
    const bytes = cell && editCell(subject, cell, (text) => `${text.slice(0, -3)},${text.slice(-3)}`)
    return cell && bytes && { bytes, rules: ['row-ragged'], row: toRow(cell.row) }
  },
  'all numbers grouped by commas without quotes': ({ grid }) => {
    const lines = linesOf(grid)
    const grouped = lines.map((line, index) =>
      index === 0 ? line : line.replace(/(?<=,)(\d{1,3})(\d{3})(?=,|$)/g, '$1,$2'),
    )
    if (grouped.join() === lines.join()) return null
    return {
      bytes: encodeText(`${grouped.join('\n')}\n`),
      rules: ['row-ragged', 'header-unknown', 'number-format', 'value-missing'],
    }
  },
  'a delimiter lost': (subject, random) => editLine(subject, random, (line) => line.replace(',', ''), ['row-ragged']),
  'a delimiter doubled': (subject, random) =>
    editLine(subject, random, (line) => line.replace(',', ',,'), ['row-ragged']),
  'a full-width comma for a delimiter': (subject, random) =>
    editLine(subject, random, (line) => line.replace(',', '，'), ['row-ragged']),
  'a semicolon for a delimiter': (subject, random) =>
    editLine(subject, random, (line) => line.replace(',', ';'), ['row-ragged']),
  'a tab for a delimiter': (subject, random) =>
    editLine(subject, random, (line) => line.replace(',', '\t'), ['row-ragged']),
  'one line parted by semicolons': (subject, random) =>
    editLine(subject, random, (line) => line.replaceAll(',', ';'), ['row-ragged']),
  'half the lines parted by semicolons': ({ grid }) => {
    const lines = linesOf(grid).map((line, index) => (index > grid.rows.length / 2 ? line.replaceAll(',', ';') : line))
    return { bytes: encodeText(`${lines.join('\n')}\n`), rules: ['row-ragged'] }
  },
  'parted by bars': (subject) => separateBy(subject, '|'),
  'parted by full-width commas': (subject) => separateBy(subject, '，'),
  'parted by spaces': (subject) => separateBy(subject, ' '),
  'parted by carets': (subject) => separateBy(subject, '^'),
  'parted by the unit separator': (subject) => separateBy(subject, '\u001F'),
  'quoted by Chinese quotation marks': (subject) => wrapLines(subject, '“', '”'),
  'quoted by apostrophes': (subject) => wrapLines(subject, "'", "'"),
  'one text in doubled quotes': (subject, random) => {
    const cell = pickCell(subject, random, ({ isPublished, kind }) => isPublished && kind === 'text')
    const bytes = cell && toCsv(withCell(subject.grid, cell.row, cell.column.index, `"${cell.text}"`))
    return cell && bytes && { bytes, rules: ['cell-wrapped', 'text-quoted'], row: toRow(cell.row) }
  },
  'a line break lost': ({ grid }, random) => {
    const lines = linesOf(grid)
    const at = random.drawBetween(1, lines.length - 2)
    const text = lines.map((line, index) => (index === at ? line : `${line}\n`)).join('')
    return { bytes: encodeText(text), rules: ['row-ragged'], row: at + 1 }
  },
  'a line break within a row': (subject, random) =>
    editLine(subject, random, (line) => line.replace(',', ',\n'), ['row-ragged', 'row-no-record']),
  'a line break within a cell without quotes': (subject, random) => {
    const cell = pickCell(subject, random, (_, text) => text.length > 1)
    const bytes = cell && editCell(subject, cell, (text) => `${text.slice(0, 1)}\n${text.slice(1)}`)
    return cell && bytes && { bytes, rules: ['row-ragged', 'row-no-record'], row: toRow(cell.row) }
  },
  'line breaks written out': ({ grid }) => ({
    bytes: encodeText(linesOf(grid).join('\\n')),
    rules: [
      'csv-quote-stray',
      'file-no-rows',
      'header-unknown',
      'header-missing',
      'header-duplicate',
      'sheet-too-wide',
      'header-missing-wide',
    ],
  }),
  'lines ended by U+2028': ({ grid }) => ({
    bytes: toCsv(grid, { lineEnd: '\u2028' }),
    rules: [
      'file-no-rows',
      'header-unknown',
      'header-missing',
      'header-duplicate',
      'sheet-too-wide',
      'header-missing-wide',
      'csv-quote-stray',
    ],
  }),
  'one line ended by U+2028': ({ grid }, random) => {
    const lines = linesOf(grid)
    const at = random.drawBetween(1, lines.length - 2)
    const text = lines.map((line, index) => `${line}${index === at ? '\u2028' : '\n'}`).join('')
    return { bytes: encodeText(text), rules: ['row-ragged'], row: at + 1 }
  },
})

function separateBy({ grid }: Subject, delimiter: string) {
  return {
    bytes: encodeText(`${[grid.headers, ...grid.rows].map((cells) => cells.join(delimiter)).join('\n')}\n`),
    rules: DELIMITER,
  }
}

function editLine({ grid }: Subject, random: Random, change: (line: string) => string, rules: readonly string[]) {
  const lines = linesOf(grid)
  const at = random.drawBetween(1, lines.length - 1)
  const text = lines.map((line, index) => (index === at ? change(line) : line)).join('\n')
  return { bytes: encodeText(`${text}\n`), rules, row: at + 1 }
}

/** The cell as it is in the file, which no quotes of the writer protect. */
function editCell(
  { grid }: Subject,
  { row, column }: { row: number; column: { index: number } },
  change: (text: string) => string,
) {
  const mark = '\uE000'
  const text = grid.rows[row]?.[column.index] ?? ''
  const lines = linesOf(withCell(grid, row, column.index, mark)).join('\n')
  return encodeText(`${lines.replace(mark, () => change(text))}\n`)
}

/** Every filled cell between two signs that are no quotes of CSV. */
function wrapLines({ grid }: Subject, open: string, close: string) {
  const rows = grid.rows.map((cells) => cells.map((cell) => (cell === '' ? '' : `${open}${cell}${close}`)))
  const rules = [
    'value-unlisted',
    'number-format',
    'place-unknown',
    'year-format',
    'date-format',
    'datetime-format',
    'column-other',
    'cell-wrapped',
  ]
  return { bytes: toCsv({ ...grid, rows }), rules: [...rules, 'place-none', 'code-format', 'month-format'] }
}
