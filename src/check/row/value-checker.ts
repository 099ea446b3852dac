import type { Column } from '../../contracts/contract.ts'
import type { Value } from '../../contracts/row.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { toComparable } from '../../read/comparable.ts'
import type { CellKind } from '../../read/sheet.ts'
import { removeInvisible } from '../../text/invisible.ts'
import { findMark, rejectMark } from '../values/footnote-marks.ts'
import { makeParser } from '../values/index.ts'
import { chooseMissingNote } from '../values/missing.ts'
import { normalise } from '../values/normalise-cell.ts'
import type { ParseResult } from '../values/parse-result.ts'
import { accept, reject } from '../values/parse-result.ts'
import type { Parser, ParserSettings } from '../values/parser.ts'
import { buildColumnSchema, TEXT_LENGTH_MAX } from '../values/schema.ts'
import { findDebris } from './debris.ts'

export type ValueChecker = (text: string, kind: CellKind | undefined) => ParseResult

/**
 * The checker of one column. Each distinct text is checked once: parsed, then put to the column's Zod schema, whose
 * word is the last. A value that comes out of here is a value that the row's schema accepts.
 */
export function makeValueChecker(column: Column, settings: ParserSettings): ValueChecker {
  const parse = makeParser(column, settings)
  const schema = buildColumnSchema(column, settings.places)
  const known = new Map<string, ParseResult>()
  const checkNew = (text: string, kind: CellKind | undefined): ParseResult => {
    const result = checkText(text, kind, { column, parse, own: settings.missing })
    if (result.is !== 'value') return result
    return schema.safeParse(result.value).success ? result : rejectBySchema(column, result.value)
  }
  return (text, kind) => {
    const name = kind === undefined || kind === 'text' ? text : `${kind}\u0000${text}`
    const seen = known.get(name)
    if (seen) return seen
    const result = checkNew(text, kind)
    if (known.size < RESULTS_KEPT_MAX) known.set(name, result)
    return result
  }
}

/** A column of a million different codes is not remembered whole: what comes again and again comes early. */
const RESULTS_KEPT_MAX = 20_000

interface TextContext {
  column: Column
  parse: Parser
  own: ReadonlySet<string>
}

function checkText(raw: string, kind: CellKind | undefined, { column, parse, own }: TextContext): ParseResult {
  if (isCellError(raw, kind)) return reject('cell-error')
  const { text, fault } = normalise(raw)
  if (fault !== null) return reject(fault, null, fault === 'text-garbled' ? { cause: GARBLED } : {})
  if (PICTURE.test(text)) return reject('cell-picture')
  if (!KEEPS_MARKS.has(column.type.kind) && findMark(raw) !== null) return rejectMark(raw)
  const wrapped = WRAPPED.exec(text)
  if (wrapped) return reject('cell-wrapped', wrapped[1] ?? '')
  const debris = findDebris(text, column)
  if (debris) return reject('cell-debris', null, { what: debris.what, how: debris.remedy })
  if (APOSTROPHE.test(text)) return withNote(checkText(text.slice(1), kind, { column, parse, own }), 'cell-apostrophe')
  const note = isListed(column, text) ? null : chooseMissingNote(text, column, own)
  if (note === null) return parse(raw, kind)
  if (note === 'blank' && column.blank !== undefined) return accept(column.blank)
  // Tags of a web page with nothing between them were seen as text.
  const marked: RuleId[] = removeInvisible(raw).trim() === '' ? [] : ['text-markup']
  if (column.optional) return accept(null, note === 'blank' ? marked : [note])
  return reject(note === 'missing-covered' ? 'value-covered' : 'value-missing')
}

/** `#DIV/0!` and its like, in a workbook or as text. */
export function isCellError(text: string, kind: CellKind | undefined): boolean {
  return kind === 'error' || EXCEL_ERROR.test(text)
}

/** With or without the mark at its end, which some exports lose. */
const EXCEL_ERROR = /^#(DIV\/0!?|REF!?|VALUE!?|NAME\??|NUM!?|N\/A|NULL!?|SPILL!|CALC!)$/
/** `="03"`: what an export wraps around a text so that a spreadsheet leaves it alone. */
const WRAPPED = /^="([^"]+)"$/
/** A spreadsheet's mark for text, which is no part of it; a text in quotation marks has a second mark. */
const APOSTROPHE = /^'[^']+$/

function withNote(result: ParseResult, note: RuleId): ParseResult {
  return result.is === 'value' ? { ...result, notes: [...result.notes, note] } : result
}

/** What a single cell lets one say. */
const GARBLED = { zh: 'UTF-8被当作西欧编码读过', en: 'UTF-8 was read as a Western European encoding' }

/** `=DISPIMG("ID_…",1)`: a picture that WPS keeps in a cell, and those of Excel. */
const PICTURE = /^=?(?:_xlfn\.)?(?:DISPIMG|_?IMAGE)\s*\(/i
/** Texts keep what they are written with, and names of places and lists are looked up without marks. */
const KEEPS_MARKS: ReadonlySet<Column['type']['kind']> = new Set(['text', 'place', 'list'])

/** A mark such as 无 is a value where the code list says so. */
function isListed(column: Column, text: string): boolean {
  if (column.type.kind !== 'list') return false
  const own = toComparable(text)
  return column.type.items.some((item) =>
    [item.code, item.zh, item.en, ...(item.also ?? [])].some((spelling) => toComparable(spelling) === own),
  )
}

/** The schema's refusal in the words of the column's kind. */
function rejectBySchema(column: Column, value: Value): ParseResult {
  const { type } = column
  if (type.kind === 'text') return reject('text-too-long', `≤ ${type.max ?? TEXT_LENGTH_MAX}`)
  if (type.kind === 'percent') return reject('number-out-of-range', '0–100')
  if (type.kind === 'integer' && !Number.isInteger(value)) return reject('number-not-integer', '1234')
  if (type.kind === 'integer' || type.kind === 'number') {
    return reject('number-out-of-range', rangeOf(type))
  }
  return reject('value-form', FORMS[type.kind] ?? type.kind)
}

function rangeOf({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (max === undefined) return `≥ ${min ?? ''}`
  return min === undefined ? `≤ ${max}` : `${min}–${max}`
}

const FORMS: Partial<Record<Column['type']['kind'], string>> = {
  date: 'YYYY-MM-DD',
  datetime: 'YYYY-MM-DD HH:mm',
  month: 'YYYY-MM',
  year: 'YYYY',
  'yes-no': '是 | 否',
}
