import type { Kind } from './fault.ts'
import { BOOK_CHANGES } from './kinds/book-changes.ts'
import { BYTE_FAULTS } from './kinds/byte-faults.ts'
import { DELIMITED_FAULTS } from './kinds/delimited-faults.ts'
import { FILE_CHANGES, HEADER_CHANGES } from './kinds/file-changes.ts'
import { HEADER_FAULTS } from './kinds/header-faults.ts'
import { NAME_FAULTS } from './kinds/name-faults.ts'
import { NUMBER_FAULTS } from './kinds/number-faults.ts'
import { REPAIRED_FAULTS } from './kinds/repaired-faults.ts'
import { ROW_FAULTS } from './kinds/row-faults.ts'
import { TIME_FAULTS } from './kinds/time-faults.ts'
import { TOTAL_CHANGES, TOTAL_FAULTS } from './kinds/total-faults.ts'
import { VALUE_CHANGES } from './kinds/value-changes.ts'
import { WHOLE_FAULTS } from './kinds/whole-file-faults.ts'
import { BOOK_FAULTS } from './kinds/workbook-faults.ts'
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
