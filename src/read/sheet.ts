import type { Problem } from '../problems/problem.ts'

/** What a cell was in its file. CSV cells are always text; a workbook knows more. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

/** One record of a sheet with the place it came from. */
export interface SheetRow {
  /** Physical line of a CSV, or the row of a sheet, counted from 1. */
  row: number
  /** Data record, counted from 1 after the header. */
  record: number
  /** Cell texts as received, one for each header. */
  cells: string[]
  /** Kinds of the cells in a workbook; absent for CSV, where all are text. */
  kinds?: CellKind[]
}

/** A row that is not data, as received. */
export interface LooseRow {
  row: number
  cells: readonly string[]
}

/** A rectangle of cells with one header, as a department sent it. Nothing is repaired here. */
export interface Sheet {
  /** Path below the portal's data folder: `raw/cases/2026-10.csv`. */
  file: string
  /** Name of the worksheet; null in a CSV. */
  sheet: string | null
  encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'xlsx'
  /** Header texts as received, flattened with `|` where a profile declares several header rows. */
  headers: string[]
  /** Row of the (last) header row. */
  headerRow: number
  rows: SheetRow[]
  /** True where a workbook counts days from 1904. */
  date1904: boolean
  /** Texts of the rows above the header: title, `单位：万人`. */
  preamble?: string[]
  /** Texts of the rows below the data: `注：…`, `制表人：…`. */
  footnotes?: string[]
  /** The same rows cell by cell, blank rows left out. */
  above?: LooseRow[]
  below?: LooseRow[]
  /** Data records that could not be given as rows (too many cells, a hidden row); each sheet with any has its problem. */
  refused?: LooseRow[]
}

/** Result of reading one file: sheets, or the problems that stopped it (notes come with sheets). */
export interface Reading {
  sheets: Sheet[]
  problems: Problem[]
}
