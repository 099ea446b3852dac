import { type Random, randomOf } from '../../demo/random.ts'
import { type BookCell, type BookSheet, type Format, letterOf, makeBook, type Run } from './make-book.ts'

/** Workbooks that are drawn at random, each by its number: formats, styles, runs, merges and hidden rows. */
export function drawBook(nth: number): Uint8Array {
  const random = randomOf(20_261_031, `cells:${nth}`)
  const formats = drawFormats(random)
  const columns = random.drawBetween(3, 6)
  const kinds = Array.from({ length: columns }, () => random.pick(KINDS))
  const shown = Array.from({ length: columns }, () => random.drawBetween(0, formats.length - 1))
  const header = { hidden: false, cells: kinds.map((_, column) => createPlain(`列${letterOf(column)}`)) }
  const rows = Array.from({ length: random.drawBetween(4, 12) }, (_, row) => ({
    hidden: random.drawChance(0.03),
    cells: kinds.map((kind, column) => {
      // Columns are of one format, and some cells of another.
      const format = random.drawChance(0.75) ? (shown[column] ?? 0) : random.drawBetween(0, formats.length - 1)
      // The first column names its row, so that no row is blank.
      return column === 0 ? createPlain(`行${row + 1}`) : drawCell(kind, format, random)
    }),
  }))
  const sheet: BookSheet = { name: '数据', rows: [header, ...rows], merges: drawMerges(rows.length, columns, random) }
  return makeBook(sheet, formats, random.drawChance(0.12))
}

function createPlain(text: string): BookCell {
  return { value: text, format: 0, look: 'plain' }
}

type Kind = 'count' | 'decimal' | 'day' | 'moment' | 'share' | 'text' | 'mixed'

const KINDS: readonly (readonly [Kind, number])[] = [
  ['count', 5],
  ['decimal', 3],
  ['day', 3],
  ['moment', 2],
  ['share', 2],
  ['text', 3],
  ['mixed', 2],
]

/** Formats of one workbook: General first, then some built in and some of its own. */
function drawFormats(random: Random): Format[] {
  const own = Array.from({ length: random.drawBetween(1, 4) }, (_, index) => ({
    id: 176 + index,
    code: random.pick(CODES.map((code) => [code, 1] as const)),
  }))
  const builtIn = Array.from({ length: random.drawBetween(1, 3) }, () => ({
    id: random.pick(BUILT_IN.map((id) => [id, 1] as const)),
    code: null,
  }))
  return [{ id: 0, code: null }, ...builtIn, ...own]
}

/** Ids that every program knows, and those that only East Asian programs define. */
const BUILT_IN = [
  1, 2, 3, 4, 9, 10, 11, 14, 15, 16, 17, 18, 20, 21, 22, 37, 38, 39, 40, 45, 46, 47, 48, 49, 27, 28, 29, 30, 31, 32, 33,
  34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]

/** Without `0!.0,"万"` and `G/通用格式`: LibreOffice takes their signs for letters, where Excel does not. */
const CODES = [
  '0',
  '0.00',
  '#,##0',
  '#,##0.0',
  '0.0%',
  '0"%"',
  '0000',
  '000000',
  '#',
  '#,##0;-#,##0;"-"',
  '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  '¥#,##0.00',
  '[$¥-804]#,##0',
  '0"人"',
  '#,##0"件"',
  '0"万"',
  '0.0,',
  '0,,',
  '"SQ-"0000',
  '0"*"',
  '[<5]"*";0',
  '[>=10000]0.0,"千";0',
  ';;;',
  '0;0',
  '0;(0)',
  '[Red]0;[Red]-0',
  '0;-0;',
  '0.00E+00',
  '# ?/?',
  '@',
  '"编号"@',
  'yyyy-mm-dd',
  'yyyy/m/d',
  'yyyy"年"m"月"d"日"',
  'yyyy"年"m"月"',
  'm"月"d"日"',
  'yyyy-mm-dd hh:mm',
  'yyyy-mm-dd hh:mm:ss',
  'h:mm',
  'hh:mm:ss',
  '[h]:mm',
  '[mm]:ss',
  'aaaa',
  'dddd',
  'mmm-yy',
  'd-mmm-yyyy',
  '[$-804]yyyy"年"m"月"d"日";@',
]

const ERRORS = ['#N/A', '#DIV/0!', '#REF!', '#VALUE!']
const WORDS = ['栖云区', '示例', '0012', '3,456', '12.5%', '2026-10-31', ' 前后有空格 ', '—', '无', 'A&B <C>', '多\n行']

function drawCell(kind: Kind, format: number, random: Random): BookCell {
  const look = random.pick([['plain', 40] as const, ['struck', 1] as const, ['white', 1] as const])
  const value = drawValue(kind, random)
  const isFormula = typeof value === 'number' && random.drawChance(0.06)
  // Its result is what is saved, so that a program that calculates again comes to the same.
  return { value, format, look, ...(isFormula ? { formula: `${value}+0` } : {}) }
}

function drawValue(kind: Kind, random: Random): BookCell['value'] {
  if (random.drawChance(0.06)) return null
  switch (kind) {
    case 'count':
      return random.pick([
        [random.drawBetween(0, 40), 4],
        [random.drawBetween(0, 200_000), 4],
        [-random.drawBetween(1, 900), 1],
        [0, 1],
        [random.drawBetween(10_000_000, 2_000_000_000), 1],
      ])
    case 'decimal':
      return (
        Math.round((random.drawNext() * 2000 - 400) * 10 ** random.drawBetween(0, 4)) / 10 ** random.drawBetween(0, 4)
      )
    case 'share':
      return Math.round(random.drawNext() * 10_000) / 10_000
    case 'day':
      return random.drawBetween(42_000, 47_000)
    case 'moment':
      return Math.round((random.drawBetween(45_000, 46_500) + random.drawNext()) * 1440) / 1440
    case 'text':
      return random.drawChance(0.3) ? { runs: drawRuns(random) } : random.pick(WORDS.map((word) => [word, 1] as const))
    case 'mixed':
      return random.pick<() => BookCell['value']>([
        [() => random.drawBetween(0, 5_000), 4],
        [() => random.pick(WORDS.map((word) => [word, 1] as const)), 3],
        [() => ({ error: random.pick(ERRORS.map((error) => [error, 1] as const)) }), 1],
        [() => random.drawChance(0.5), 1],
        [() => ({ runs: drawRuns(random) }), 1],
      ])()
  }
}

/** Digits or words of which the last are raised, lowered, struck out or not to be seen. */
function drawRuns(random: Random): Run[] {
  const first = random.drawChance(0.6) ? String(random.drawBetween(1, 9_999)) : '说明'
  const look = random.pick<Run['look']>([
    ['plain', 2],
    ['raised', 3],
    ['lowered', 1],
    ['struck', 1],
    ['white', 1],
  ])
  return [
    { text: first, look: 'plain' },
    { text: random.drawChance(0.7) ? String(random.drawBetween(1, 9)) : '注', look },
  ]
}

/** Some blocks of two or three cells below each other, or side by side, in the body; never over each other. */
function drawMerges(rows: number, columns: number, random: Random): string[] {
  if (!random.drawChance(0.3)) return []
  const column = random.drawBetween(1, columns - 1)
  const top = random.drawBetween(2, Math.max(2, rows - 1))
  return [`${letterOf(column)}${top}:${letterOf(column)}${top + random.drawBetween(1, 2)}`]
}
