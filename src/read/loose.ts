import type { SheetRow } from './sheet.ts'

/** What the rows below a header are. */
export interface Sorted {
  data: SheetRow[]
  /** Notes, fields of forms and numbers of pages. */
  notes: SheetRow[]
  /** The header and the title again, as exports print them on each page. */
  repeated: SheetRow[]
  /** A further table, from its title on. */
  further: SheetRow[]
}

/** Separates the data from the rows between and below them that are not data; blank rows are left out. `head` are the rows down to the header. */
export function sortRows(rows: readonly SheetRow[], head: readonly SheetRow[]): Sorted {
  const filled = rows.filter((row) => !isBlank(row))
  const tail = findNotes(filled)
  const header = head.at(-1)
  const hasNames = header?.cells.slice(1).some((cell) => cell.trim() !== '') === true
  const isHeader = (row: SheetRow | undefined) => row !== undefined && header !== undefined && isSame(row, header)
  const isPrinted = (row: SheetRow | undefined) => row !== undefined && head.some((sheetRow) => isSame(row, sheetRow))
  const sorted: Sorted = { data: [], notes: [], repeated: [], further: [] }
  for (const [index, row] of filled.entries()) {
    const next = filled[index + 1]
    const isAbove = isHeader(next) && filledOf(row.cells).length === 1 && !isNote(row.cells)
    const isRepeated =
      isHeader(row) || (isPrinted(row) && isPrinted(next)) || (isAbove && CONTINUED.test(joinCells(row)))
    if (isRepeated && hasNames) sorted.repeated.push(row)
    else if (isAbove) return { ...sorted, further: filled.slice(index) }
    else if (index >= tail || isNote(row.cells)) sorted.notes.push(row)
    else sorted.data.push(row)
  }
  return sorted
}

/** `续表`, `养老服务情况表（续）`. */
const CONTINUED = /续表|[（(]续[^()（）]*[)）]/

/**
 * Index from which on there are notes only. Below a table, `1. …` and `制表：` are notes; among the data they may be records, so
 * that only rows with few cells below the last row of data are taken for them.
 */
function findNotes(rows: readonly SheetRow[]): number {
  let start = rows.length
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const cells = rows[index]?.cells ?? []
    const text = filledOf(cells)[0]?.trim() ?? ''
    if (isNote(cells) || isForm(cells)) start = index
    else if (!ITEM.test(text) || filledOf(cells).length > 1) break
  }
  return start
}

export function isBlank({ cells }: Pick<SheetRow, 'cells'>): boolean {
  return cells.every((cell) => cell.trim() === '')
}

export function joinCells({ cells }: Pick<SheetRow, 'cells'>): string {
  return filledOf(cells).join(' ')
}

function filledOf(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '')
}

/** Cell by cell, blank cells at the end aside: most rows differ in the first. */
function isSame(a: SheetRow, b: SheetRow): boolean {
  const width = Math.max(a.cells.length, b.cells.length)
  for (let index = 0; index < width; index += 1) {
    if ((a.cells[index] ?? '').trim() !== (b.cells[index] ?? '').trim()) return false
  }
  return true
}

const FOOTNOTE =
  /^[（(【[]?(注|说明|备注|附注|(数据|资料)来源|(填表|制表|审核|填报|统计)(人|日期|时间|单位)|((单位|部门|统计)?负责人)|notes?|sources?)\s*[】\]]?\s*[:：]/i

/** A footnote, possibly with a few more cells, or a page number. */
function isNote(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
  // For speed: the first cell decides for nearly all of a million rows.
  if (!NOTE_STARTS.some((form) => form.test(first))) return false
  const filled = filledOf(cells)
  if (FOOTNOTE.test(first)) return filled.length <= 4
  return (
    (filled.length === 1 && (ROW_COUNT.test(first) || REST_BLANK.test(first))) ||
    PAGE_LINE.test(filled.join(' ').trim())
  )
}

/** `（以下空白）`, `此页无正文`: what closes a printed form. */
const REST_BLANK =
  /^[（(【[—-]*\s*(以下|此页|本页|下页)(以下)?均?为?\s*(空白|无正文|无内容|无数据)\s*[）)】\]—-]*[。.]?$/

const PAGE_START = /^[-—(（]?\s*(第|共|page)/i
/** `第1页 共2页`, `Page 1 of 2`, alone in its row. */
const PAGE_LINE =
  /^[-—(（]?\s*(第\s*\d+\s*页([\s，,/／、]*共\s*\d+\s*页)?|共\s*\d+\s*页|page\s+\d+(\s*(of|\/)\s*\d+)?)\s*[-—)）]?$/i

/** `共40条记录`, `合计：40件`, alone in its row. */
const ROW_COUNT =
  /^(总?共计?|总计|合计|总?记录数|记录总数)\s*[:：]?\s*\d+\s*([条件行笔宗](记录|数据|信息|案件)?|个?记录)\s*[。.]?$/

/** True for a text that may begin a note, a page number or a field of a form: a row with it may be no record. */
export function isLoose(text: string): boolean {
  const start = text.trim()
  return NOTE_STARTS.some((form) => form.test(start)) || FORM.test(start)
}

/** How the first cell of a note may begin. */
const NOTE_STARTS = [FOOTNOTE, PAGE_START, ROW_COUNT, REST_BLANK]

/** Fields of a form below its table, such as `制表：某某`. */
const FORM =
  /^(打印|导出|制表|填表|审核|复核|校核|填报|统计|报送|报出|编制|审批|签发|经办|联系|电话|主管|分管|单位|部门|科室)[^\s:：]{0,6}\s*[:：]/

function isForm(cells: readonly string[]): boolean {
  const filled = filledOf(cells).map((cell) => cell.trim())
  return filled.length <= 8 && FORM.test(filled[0] ?? '')
}

/** A numbered remark, which goes on what a note has begun. */
const ITEM = /^([（(]?\d{1,2}[）)]|\d{1,2}[.．、])\s*(?:\D|\d{1,4}\p{L})/u
