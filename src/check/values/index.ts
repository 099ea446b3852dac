import type { Column, ColumnType } from '../../contracts/contract.ts'
import type { ScanContext } from '../../personal/scan-text.ts'
import { makeCodeParser } from './code.ts'
import { parseDate, parseDatetime } from './date.ts'
import { makeListParser, parseYear, parseYesNo } from './list.ts'
import { parseMonth } from './month.ts'
import type { Parser, ParserSettings } from './parser.ts'
import { makePlaceParser } from './place-parser.ts'
import { makeNumberParser } from './quantity.ts'
import { makeTextParser } from './text.ts'

/** The parser of a column's kind. */
export function makeParser(column: Column, settings: ParserSettings): Parser {
  const { type } = column
  const form = { dayFirst: settings.dayFirst, date1904: settings.date1904 }
  switch (type.kind) {
    case 'text':
      return makeTextParser(settings.isKey, scanContextOf(column, settings))
    case 'integer':
    case 'number':
    case 'percent':
      return makeNumberParser(column, settings.power)
    case 'date':
      return (raw) => parseDate(raw, form)
    case 'datetime':
      return (raw, kind) => parseDatetime(raw, { ...form, isDateCell: kind === 'date' })
    case 'month':
      return (raw) => parseMonth(raw, settings)
    case 'year':
      return parseYear
    case 'yes-no':
      return parseYesNo
    default:
      return makeNameParser(type, settings)
  }
}

/** How a text is scanned for personal data; undefined where it is never printed. */
function scanContextOf(column: Column, { phones }: ParserSettings): ScanContext | undefined {
  if (column.privacy !== 'public' && column.privacy !== 'dimension') return undefined
  return { header: column.names.zh, ...(phones && { allowed: phones }) }
}

type NameType = Exclude<
  ColumnType,
  { kind: 'text' | 'integer' | 'number' | 'percent' | 'date' | 'datetime' | 'month' | 'year' | 'yes-no' }
>

function makeNameParser(type: NameType, settings: ParserSettings): Parser {
  if (type.kind === 'list') return makeListParser(type.items)
  if (type.kind === 'place') return makePlaceParser(settings, type.levels)
  return makeCodeParser(type.kind, settings.places)
}
