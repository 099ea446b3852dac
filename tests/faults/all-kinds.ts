import type { Kind } from './fault.ts'
import { BOOK_CHANGES } from './kinds/book-changes.ts'
import { BYTE_FAULTS } from './kinds/bytes.ts'
import { DELIMITED_FAULTS } from './kinds/delimited.ts'
import { FILE_CHANGES, HEADER_CHANGES } from './kinds/file-changes.ts'
import { HEADER_FAULTS } from './kinds/header.ts'
import { NAME_FAULTS } from './kinds/names.ts'
import { NUMBER_FAULTS } from './kinds/numbers.ts'
import { REPAIRED_FAULTS } from './kinds/repaired.ts'
import { ROW_FAULTS } from './kinds/rows.ts'
import { TIME_FAULTS } from './kinds/times.ts'
import { TOTAL_CHANGES, TOTAL_FAULTS } from './kinds/totals.ts'
import { VALUE_CHANGES } from './kinds/value-changes.ts'
import { WHOLE_FAULTS } from './kinds/whole.ts'
import { BOOK_FAULTS } from './kinds/workbook.ts'
import { SHEET_FAULTS } from './kinds/workbook-sheets.ts'

/** Every kind that is injected. */
export const ALL_KINDS: readonly Kind[] = [
  ...BYTE_FAULTS,
  ...DELIMITED_FAULTS,
  ...HEADER_FAULTS,
  ...ROW_FAULTS,
  ...TOTAL_FAULTS,
  ...NUMBER_FAULTS,
  ...TIME_FAULTS,
  ...NAME_FAULTS,
  ...REPAIRED_FAULTS,
  ...WHOLE_FAULTS,
  ...BOOK_FAULTS,
  ...SHEET_FAULTS,
  ...FILE_CHANGES,
  ...HEADER_CHANGES,
  ...VALUE_CHANGES,
  ...TOTAL_CHANGES,
  ...BOOK_CHANGES,
]
