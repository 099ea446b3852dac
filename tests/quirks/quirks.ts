import { CODE_CASES } from './codes.ts'
import { DATE_CASES } from './dates.ts'
import { FIGURE_CASES } from './figures.ts'
import { FILE_CASES } from './files.ts'
import { FOLDER_CASES } from './folders.ts'
import { LAYOUT_CASES } from './layout.ts'
import { LIST_CASES } from './lists.ts'
import { NUMBER_CASES } from './numbers.ts'
import type { QuirkCases } from './quirk-files.ts'
import { ROW_CASES } from './rows.ts'
import { SHEET_CASES } from './sheets.ts'
import { TABLE_CASES } from './tables.ts'

/** Cases of each quirk, by its id: what a file holds, and what became of it. The files are those of `src/quirks`. */
export const QUIRK_CASES: QuirkCases = {
  ...FILE_CASES,
  ...FOLDER_CASES,
  ...LAYOUT_CASES,
  ...SHEET_CASES,
  ...NUMBER_CASES,
  ...DATE_CASES,
  ...CODE_CASES,
  ...ROW_CASES,
  ...FIGURE_CASES,
  ...LIST_CASES,
  ...TABLE_CASES,
}
