import { CELL_RULES } from './catalogue/cell-rules.ts'
import { CODE_RULES } from './catalogue/code-rules.ts'
import { CONTENT_RULES } from './catalogue/content-rules.ts'
import { CONTRACT_RULES } from './catalogue/contract-rules.ts'
import { DEPARTMENT_RULES } from './catalogue/department-rules.ts'
import { EVIDENCE_RULES } from './catalogue/evidence-rules.ts'
import { EXCEPTION_RULES } from './catalogue/exception-rules.ts'
import { FILE_RULES } from './catalogue/file-rules.ts'
import { HEADER_RULES } from './catalogue/header-rules.ts'
import { HOLIDAY_RULES } from './catalogue/holiday-rules.ts'
import { LAYOUT_RULES } from './catalogue/layout-rules.ts'
import { NOTE_RULES } from './catalogue/note-rules.ts'
import { PERIOD_RULES } from './catalogue/period-rules.ts'
import { PLACES_RULES } from './catalogue/places-rules.ts'
import { PORTAL_RULES } from './catalogue/portal-rules.ts'
import { PROFILE_RULES } from './catalogue/profile-rules.ts'
import { READING_RULES } from './catalogue/reading-rules.ts'
import { RELEASE_RULES } from './catalogue/release-rules.ts'
import { ROW_RULES } from './catalogue/row-rules.ts'
import { SHEET_RULES } from './catalogue/sheet-rules.ts'
import { SHOWN_RULES } from './catalogue/shown-rules.ts'
import { TABLE_RULES } from './catalogue/table-rules.ts'
import { TEXT_RULES } from './catalogue/text-rules.ts'
import { VALUE_RULES } from './catalogue/value-rules.ts'

/** Every rule that can be broken and every repair that is noted, in the order of the line. */
export const CATALOGUE = {
  ...CONTRACT_RULES,
  ...PORTAL_RULES,
  ...PROFILE_RULES,
  ...CONTENT_RULES,
  ...FILE_RULES,
  ...SHEET_RULES,
  ...SHOWN_RULES,
  ...HEADER_RULES,
  ...LAYOUT_RULES,
  ...CELL_RULES,
  ...TEXT_RULES,
  ...VALUE_RULES,
  ...CODE_RULES,
  ...NOTE_RULES,
  ...READING_RULES,
  ...ROW_RULES,
  ...TABLE_RULES,
  ...EVIDENCE_RULES,
  ...PERIOD_RULES,
  ...EXCEPTION_RULES,
  ...HOLIDAY_RULES,
  ...DEPARTMENT_RULES,
  ...PLACES_RULES,
  ...RELEASE_RULES,
}

export type RuleId = keyof typeof CATALOGUE
