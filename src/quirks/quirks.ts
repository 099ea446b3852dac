import type { LocalText } from '../text/local-text.ts'
import { CODE_QUIRKS } from './code-quirks.ts'
import { DATE_QUIRKS } from './date-quirks.ts'
import { ENCODING_QUIRKS } from './encoding-quirks.ts'
import { EVIDENCE_QUIRKS } from './evidence-quirks.ts'
import { FIGURE_QUIRKS } from './figure-quirks.ts'
import { FILE_QUIRKS } from './file-quirks.ts'
import { FOLDER_QUIRKS } from './folder-quirks.ts'
import { HEADER_QUIRKS } from './header-quirks.ts'
import { LAYOUT_QUIRKS } from './layout-quirks.ts'
import { LIST_QUIRKS } from './list-quirks.ts'
import { NUMBER_QUIRKS } from './number-quirks.ts'
import { PLACE_QUIRKS } from './place-quirks.ts'
import type { Quirk } from './quirk.ts'
import { ROW_QUIRKS } from './row-quirks.ts'
import { SHEET_QUIRKS } from './sheet-quirks.ts'
import { SHOWN_QUIRKS } from './shown-quirks.ts'
import { TABLE_QUIRKS } from './table-quirks.ts'
import { TEXT_QUIRKS } from './text-quirks.ts'

export type { QuirkOutcome } from './quirk.ts'

/** What exports of Chinese government systems do, from the file down to what files say of each other. */
export const QUIRKS: readonly { id: string; group: LocalText; quirks: readonly Quirk[] }[] = [
  { id: 'files', group: { zh: '文件', en: 'Files' }, quirks: [...ENCODING_QUIRKS, ...FILE_QUIRKS] },
  { id: 'folders', group: { zh: '文件名与文件夹', en: 'Names and folders' }, quirks: FOLDER_QUIRKS },
  {
    id: 'layout',
    group: { zh: '版式与工作簿', en: 'Layout and workbooks' },
    quirks: [...LAYOUT_QUIRKS, ...HEADER_QUIRKS, ...SHEET_QUIRKS, ...TABLE_QUIRKS, ...SHOWN_QUIRKS],
  },
  {
    id: 'numbers',
    group: { zh: '字符、数与单位', en: 'Characters, numbers and units' },
    quirks: [...NUMBER_QUIRKS, ...TEXT_QUIRKS],
  },
  { id: 'dates', group: { zh: '日期与缺失', en: 'Dates and gaps' }, quirks: DATE_QUIRKS },
  {
    id: 'codes',
    group: { zh: '编号、地名与文字', en: 'Codes, places and text' },
    quirks: [...CODE_QUIRKS, ...PLACE_QUIRKS],
  },
  { id: 'rows', group: { zh: '行与合计', en: 'Rows and totals' }, quirks: [...ROW_QUIRKS, ...EVIDENCE_QUIRKS] },
  { id: 'figures', group: { zh: '各期与各表之间', en: 'Between periods and tables' }, quirks: FIGURE_QUIRKS },
  {
    id: 'lists',
    group: { zh: '区划表、部门表、节假日表与例外表', en: 'Lists of places, departments, holidays and exceptions' },
    quirks: LIST_QUIRKS,
  },
]
