import Papa from 'papaparse'
import { escapeFormula } from '../store/table-csv.ts'
import { listHeadings } from './column-headings.ts'
import type { DownloadColumn } from './download-columns.ts'
import type { TableContent } from './table-content.ts'

const BYTE_ORDER_MARK = '\ufeff'

/**
 * CSV for people who open it in Excel: a BOM by which it sees UTF-8, CRLF (RFC 4180), headings in words with units, names
 * beside codes, rates with all their decimals. An apostrophe is before text that it would take for a formula, and never
 * before a number.
 */
export function renderExcelCsv({ columns, rows }: TableContent): string {
  const lines = rows.map((row) => columns.map((column, at) => formatCell(row[at] ?? '', column)))
  return `${BYTE_ORDER_MARK}${Papa.unparse([listHeadings(columns), ...lines], { newline: '\r\n' })}\r\n`
}

function formatCell(cell: string, { kind, decimals, isMeasure }: DownloadColumn): string {
  if (kind === 'integer' || cell === '') return cell
  if (kind === 'decimal') return isMeasure ? fixDecimals(cell, decimals) : cell
  return escapeFormula(cell)
}

/** `92` → `92.0`. Digits are added and never taken away. */
function fixDecimals(number: string, decimals: number): string {
  const [whole = '', fraction = ''] = number.split('.')
  const digits = fraction.padEnd(decimals, '0')
  return digits === '' ? whole : `${whole}.${digits}`
}
