import { maskPath } from '../personal/mask-personal.ts'
import type { Problem } from '../problems/problem.ts'
import { marksOf, notesOf } from './cell-marks.ts'
import { addNotes } from './comments.ts'
import { markCells } from './mark-cells.ts'
import type { Parts } from './package-parts.ts'
import { addStyles } from './plain.ts'
import { buildResultsSheet, RESULTS } from './results.ts'
import { Styles } from './styles.ts'
import { attributeOf, escapeText, prefixOf, tagsOf, withAttribute } from './xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/** Mutates the workbook: marks cells, adds notes, and puts the list of problems before the other sheets. */
export function markWorkbook(parts: Parts, file: string, problems: readonly Problem[]): void {
  const workbook = parts.listRelationships('').find((relationship) => relationship.kind === 'officeDocument')?.target
  if (workbook === undefined) throw new Error('annotate: the archive names no workbook')
  const related = parts.listRelationships(workbook)
  const styles = new Styles(
    parts,
    related.find((relationship) => relationship.kind === 'styles')?.target ?? addStyles(parts, workbook),
  )
  const sheets = tagsOf(parts.readText(workbook), 'sheet').map((tag) => ({
    name: attributeOf(tag, 'name') ?? '',
    path:
      related.find((relationship) => relationship.id === attributeOf(tag, 'id') && relationship.kind === 'worksheet')
        ?.target ?? null,
  }))
  for (const { name, path } of sheets) {
    if (path !== null)
      markSheet(parts, path, { styles, problems: problems.filter((problem) => isIn(problem, name, file)) })
  }
  const names = new Set(sheets.map((sheet) => sheet.name))
  // The only sheet of a delimited file has the file's name; its problems name no sheet.
  const only = sheets.length === 1 ? (sheets[0]?.name ?? null) : null
  // A problem names its sheet with what is personal covered.
  const sheetOf = ({ sheet }: Problem) =>
    sheet === null ? only : ([...names].find((name) => maskPath(name) === sheet) ?? sheet)
  const list = buildResultsSheet(problems, { file, styles, sheetOf })
  styles.save()
  putFirst(parts, workbook, { name: findFreeName(names), xml: list })
}

function isIn(problem: Problem, sheet: string, file: string): boolean {
  return problem.sheet === null ? sheet === nameSheet(file) : problem.sheet === maskPath(sheet)
}

/** Name of the sheet that a delimited file becomes: no more than 31 characters, and none that Excel refuses. */
export function nameSheet(file: string): string {
  const name = file
    .replace(/^.*\//, '')
    .replace(/[[\]:*?\\']/g, ' ')
    .trim()
  return name.slice(0, 31) || 'CSV'
}

function findFreeName(names: ReadonlySet<string>): string {
  if (!names.has(RESULTS)) return RESULTS
  let number = 2
  while (names.has(`${RESULTS} ${number}`)) number += 1
  return `${RESULTS} ${number}`
}

function markSheet(parts: Parts, path: string, { styles, problems }: { styles: Styles; problems: Problem[] }): void {
  const [first] = problems
  const marks = first ? marksOf(problems, first.sheet) : []
  // Two selected sheets would both be written to when the clerk types into either.
  const xml = parts.readText(path).replace(/\stabSelected="(?:1|true)"/g, '')
  const marking = new Map<number, Map<number, (format: number) => number>>()
  for (const { row, column, level } of marks) {
    const cells = marking.get(row) ?? new Map()
    marking.set(
      row,
      cells.set(column, (format: number) => styles.markFormat(format, level)),
    )
  }
  const marked = marks.length === 0 ? xml : markCells(xml, marking)
  parts.set(path, addNotes(parts, { path, xml: marked }, notesOf(marks)))
}

/** Puts a sheet before all others. What counts sheets by their position is moved on by one. */
function putFirst(parts: Parts, workbook: string, sheet: { name: string; xml: string }): void {
  const path = parts.findFreePath('xl/worksheets/sheet%.xml')
  parts.set(path, sheet.xml)
  parts.addOverride(path, WORKSHEET_TYPE)
  const id = parts.addRelationship(workbook, 'worksheet', path)
  const xml = parts.readText(workbook)
  const prefix = prefixOf(xml, 'workbook')
  const ids = tagsOf(xml, 'sheet').map((tag) => Number(attributeOf(tag, 'sheetId')))
  const attributes = `name="${escapeText(sheet.name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}"`
  const tag = `<${prefix}sheet xmlns:r="${OFFICE}" ${attributes}/>`
  const listed = xml.replace(/<(?:\w+:)?sheets(?=[\s>])[^>]*>/, (open) => open + tag)
  const scoped = listed.replace(/<(?:\w+:)?definedName(?=\s)[^>]*>/g, (name) => {
    const scope = attributeOf(name, 'localSheetId')
    return scope === null ? name : withAttribute(name, 'localSheetId', Number(scope) + 1)
  })
  parts.set(
    workbook,
    scoped.replace(/<(?:\w+:)?workbookView(?=[\s/>])[^>]*>/g, (view) => {
      return withAttribute(withAttribute(view, 'activeTab', 0), 'firstSheet', 0)
    }),
  )
}
