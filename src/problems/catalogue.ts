import { CELL_RULES } from './catalogue/cells.ts'
import { CODE_RULES } from './catalogue/codes.ts'
import { CONTENT_RULES } from './catalogue/content.ts'
import { DEPARTMENT_RULES } from './catalogue/departments.ts'
import { FILE_RULES } from './catalogue/files.ts'
import { HEADER_RULES } from './catalogue/headers.ts'
import { HOLIDAY_RULES } from './catalogue/holidays.ts'
import { LAYOUT_RULES } from './catalogue/layouts.ts'
import { NOTE_RULES } from './catalogue/notes.ts'
import { PERIOD_RULES } from './catalogue/periods.ts'
import { PORTAL_RULES } from './catalogue/portal.ts'
import { PROFILE_RULES } from './catalogue/profiles.ts'
import { READING_RULES } from './catalogue/readings.ts'
import { RELEASE_RULES } from './catalogue/release.ts'
import { ROW_RULES } from './catalogue/rows.ts'
import { SHEET_RULES } from './catalogue/sheets.ts'
import { TABLE_RULES } from './catalogue/tables.ts'
import { VALUE_RULES } from './catalogue/values.ts'

/** Every rule that can be broken and every repair that is noted, in the order of the line. */
export const CATALOGUE = {
  ...PORTAL_RULES,
  ...PROFILE_RULES,
  ...CONTENT_RULES,
  ...FILE_RULES,
  ...SHEET_RULES,
  ...HEADER_RULES,
  ...LAYOUT_RULES,
  ...CELL_RULES,
  ...VALUE_RULES,
  ...CODE_RULES,
  ...NOTE_RULES,
  ...READING_RULES,
  ...ROW_RULES,
  ...TABLE_RULES,
  ...PERIOD_RULES,
  ...HOLIDAY_RULES,
  ...DEPARTMENT_RULES,
  ...RELEASE_RULES,
}

export type RuleId = keyof typeof CATALOGUE
