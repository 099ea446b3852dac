import { CODE_CASES } from './code-cases.ts'
import { DATE_CASES } from './date-cases.ts'
import { EVIDENCE_CASES } from './evidence-cases.ts'
import { FIGURE_CASES } from './figure-cases.ts'
import { FILE_CASES } from './file-cases.ts'
import { FOLDER_CASES } from './folder-cases.ts'
import { LAYOUT_CASES } from './layout-cases.ts'
import { LIST_CASES } from './list-cases.ts'
import { NUMBER_CASES } from './number-cases.ts'
import type { QuirkCases } from './quirk-files.ts'
import { ROW_CASES } from './row-cases.ts'
import { SHAPE_CASES } from './shape-cases.ts'
import { SHEET_CASES } from './sheet-cases.ts'
import { SHOWN_CASES } from './shown-cases.ts'
import { TABLE_CASES } from './table-cases.ts'
import { TEXT_CASES } from './text-cases.ts'

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
  ...EVIDENCE_CASES,
  ...FIGURE_CASES,
  ...SHAPE_CASES,
  ...LIST_CASES,
  ...SHOWN_CASES,
  ...TABLE_CASES,
  ...TEXT_CASES,
}
