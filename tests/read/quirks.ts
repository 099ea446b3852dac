import type { QuirkCases } from './quirk-files.ts'
import { CODE_CASES } from './quirks/codes.ts'
import { DATE_CASES } from './quirks/dates.ts'
import { FIGURE_CASES } from './quirks/figures.ts'
import { FILE_CASES } from './quirks/files.ts'
import { FOLDER_CASES } from './quirks/folders.ts'
import { LAYOUT_CASES } from './quirks/layout.ts'
import { LIST_CASES } from './quirks/lists.ts'
import { NUMBER_CASES } from './quirks/numbers.ts'
import { OTHER_KIND_CASES } from './quirks/other-kinds.ts'
import { ROW_CASES } from './quirks/rows.ts'
import { SHEET_CASES } from './quirks/sheets.ts'
import { TABLE_CASES } from './quirks/tables.ts'

/** Cases of each quirk, by its id: what a file holds, and what became of it. The files are those of `src/problems/quirks`. */
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
  ...OTHER_KIND_CASES,
  ...TABLE_CASES,
}
