import { describeProblem } from '../problems/describe-problem.ts'
import { locationOf, toColumnLetters } from '../problems/location.ts'
import { printCounts } from '../problems/print-problems.ts'
import type { Level, Problem } from '../problems/problem.ts'
import { sum } from '../text/sum.ts'
import { sortProblems } from './cell-marks.ts'
import type { Styles } from './styles.ts'
import { colsOf, widthOf } from './width.ts'
import { escapeText } from './xml.ts'

/** Name of the first sheet of an annotated workbook. */
export const RESULTS = '核对结果'
/** Problems that the list shows at most; Excel takes 65,530 links a sheet. */
const LISTED_MAX = 20_000

interface Column {
  title: string
  width: number
  textOf(problem: Problem, words: ReturnType<typeof describeProblem>): string
}

const LEVELS: Record<Level, string> = { error: '错误 Error', warning: '警告 Warning', note: '说明 Note' }

const COLUMNS: readonly Column[] = [
  { title: '级别 Level', width: 12, textOf: ({ level }) => LEVELS[level] },
  { title: '位置 Cell', width: 20, textOf: (problem) => locationOf({ ...problem, file: null }, 'zh') },
  { title: '列名 Column', width: 14, textOf: ({ columnName }) => columnName ?? '' },
  { title: '问题', width: 36, textOf: (_, { message }) => message.zh },
  { title: '怎么办', width: 48, textOf: (_, { remedy }) => remedy.zh },
  { title: '实为 Found', width: 22, textOf: ({ found }) => found ?? '' },
  { title: '应为 Expected', width: 22, textOf: ({ expected }) => expected ?? '' },
  { title: 'Problem', width: 36, textOf: (_, { message }) => message.en },
  { title: 'What to do', width: 48, textOf: (_, { remedy }) => remedy.en },
  { title: '规则 Rule', width: 22, textOf: ({ rule }) => rule },
]
const PLACE_COLUMN = 2
const HEADER_ROW = 4

/** The worksheet that lists all problems, each with a link to its cell. `sheetOf` names the sheet of a problem. */
export function buildResultsSheet(
  problems: readonly Problem[],
  at: { file: string; styles: Styles; sheetOf: (problem: Problem) => string | null },
): string {
  const { file, styles } = at
  const formats = formatsOf(styles)
  const listed = sortProblems(problems).slice(0, LISTED_MAX)
  const rows = [
    writeRow(1, [{ text: `${RESULTS}：${file}`, format: formats.title }], TITLE_POINTS),
    writeRow(2, [{ text: `${countsOf(problems)}${GUIDE}`, format: formats.plain }]),
    writeRow(
      HEADER_ROW,
      COLUMNS.map(({ title }) => ({ text: title, format: formats.header })),
    ),
  ]
  const links: string[] = []
  for (const [index, problem] of listed.entries()) {
    const number = HEADER_ROW + 1 + index
    const target = targetOf(problem, at.sheetOf(problem))
    const words = describeProblem(problem)
    const cells = COLUMNS.map((column, position) => ({
      text: column.textOf(problem, words),
      format: formatIn(position, problem.level, { formats, isLinked: target !== null }),
    }))
    rows.push(writeRow(number, cells, linesOf(cells) * LINE_POINTS))
    if (target !== null)
      links.push(`<hyperlink ref="${toColumnLetters(PLACE_COLUMN)}${number}" location="${escapeText(target)}"/>`)
  }
  return writeWorksheet(rows, links, HEADER_ROW + listed.length)
}

const GUIDE =
  '。点“位置”一列可跳到单元格；有底色的单元格附有批注。Click a location to go to its cell; coloured cells have a comment.'

function countsOf(problems: readonly Problem[]): string {
  return `${printCounts(problems, 'zh')} · ${printCounts(problems, 'en')}`
}

function formatsOf(styles: Styles) {
  const wrapped = { isText: true, wraps: true } as const
  return {
    title: styles.addFormat({ font: '<font><b/><sz val="15"/><name val="Calibri"/></font>' }),
    header: styles.addFormat({ font: '<font><b/><sz val="11"/><name val="Calibri"/></font>' }),
    plain: styles.addFormat(),
    body: styles.addFormat(wrapped),
    link: styles.addFormat({
      ...wrapped,
      font: '<font><u/><sz val="11"/><color rgb="FF2F4F7F"/><name val="Calibri"/></font>',
    }),
    levels: {
      error: styles.addFormat({ level: 'error' }),
      warning: styles.addFormat({ level: 'warning' }),
      note: styles.addFormat({ level: 'note' }),
    },
  }
}

function formatIn(
  position: number,
  level: Level,
  { formats, isLinked }: { formats: ReturnType<typeof formatsOf>; isLinked: boolean },
): number {
  if (position === 0) return formats.levels[level]
  return position === PLACE_COLUMN - 1 && isLinked ? formats.link : formats.body
}

/** `'案件'!K18`; a problem of a whole column leads to the column; null where it has no place in a sheet. */
function targetOf({ row, column }: Problem, sheet: string | null): string | null {
  if (sheet === null || (row === null && column === null)) return null
  const name = `'${sheet.replaceAll("'", "''")}'!`
  if (row !== null) return `${name}${toColumnLetters(column ?? 1)}${row}`
  return `${name}${toColumnLetters(column ?? 1)}:${toColumnLetters(column ?? 1)}`
}

interface WrittenCell {
  text: string
  format: number
}

/** Not every program makes a row as high as its wrapped text, so the height is written. */
function writeRow(number: number, cells: readonly WrittenCell[], points: number = LINE_POINTS): string {
  const written = cells.map(({ text, format }, index) =>
    writeTextCell(text, `${toColumnLetters(index + 1)}${number}`, format),
  )
  return `<row r="${number}" ht="${points}" customHeight="1">${written.join('')}</row>`
}

const LINE_POINTS = 16
const TITLE_POINTS = 24
/** Longer texts are cut in print; the cell still holds them. */
const LINES_MAX = 12

/** Lines of the highest cell: a column's width counts digits, and a Chinese character is as wide as two. */
function linesOf(cells: readonly WrittenCell[]): number {
  const lines = cells.map(({ text }, index) => {
    const digits = (COLUMNS[index]?.width ?? 1) - 1
    return sum(text.split('\n').map((line) => Math.max(1, Math.ceil(widthOf(line) / digits))))
  })
  return Math.min(LINES_MAX, Math.max(1, ...lines))
}

/** A cell that holds a text and nothing else, whatever the text looks like. */
export function writeTextCell(text: string, reference: string, format: number): string {
  if (text === '') return `<c r="${reference}" s="${format}"/>`
  return `<c r="${reference}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
}

function writeWorksheet(rows: readonly string[], links: readonly string[], last: number): string {
  const freeze = `<pane ySplit="${HEADER_ROW}" topLeftCell="A${HEADER_ROW + 1}" activePane="bottomLeft" state="frozen"/>`
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    // Printed on as many sheets of A4 as it is long, and never on several side by side.
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0">${freeze}</sheetView></sheetViews>`,
    `${colsOf(COLUMNS.map(({ width }) => width))}<sheetData>${rows.join('')}</sheetData>`,
    `<autoFilter ref="A${HEADER_ROW}:${toColumnLetters(COLUMNS.length)}${last}"/>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '</worksheet>',
  ].join('')
}
