import type { Words } from '../text/words.ts'
import { CODE_QUIRKS } from './codes.ts'
import { DATE_QUIRKS } from './dates.ts'
import { FIGURE_QUIRKS } from './figures.ts'
import { FILE_QUIRKS } from './files.ts'
import { FOLDER_QUIRKS } from './folders.ts'
import { LAYOUT_QUIRKS } from './layout.ts'
import { LIST_QUIRKS } from './lists.ts'
import { NUMBER_QUIRKS } from './numbers.ts'
import type { Quirk } from './quirk.ts'
import { ROW_QUIRKS } from './rows.ts'
import { SHEET_QUIRKS } from './sheets.ts'
import { TABLE_QUIRKS } from './tables.ts'

export type { Quirk, QuirkOutcome } from './quirk.ts'

/** What exports of Chinese government systems do, from the file down to what files say of each other. */
export const QUIRKS: readonly { id: string; group: Words; quirks: readonly Quirk[] }[] = [
  { id: 'files', group: { zh: '文件', en: 'Files' }, quirks: FILE_QUIRKS },
  { id: 'folders', group: { zh: '文件名与文件夹', en: 'Names and folders' }, quirks: FOLDER_QUIRKS },
  {
    id: 'layout',
    group: { zh: '版式与工作簿', en: 'Layout and workbooks' },
    quirks: [...LAYOUT_QUIRKS, ...SHEET_QUIRKS, ...TABLE_QUIRKS],
  },
  { id: 'numbers', group: { zh: '字符、数与单位', en: 'Characters, numbers and units' }, quirks: NUMBER_QUIRKS },
  { id: 'dates', group: { zh: '日期与缺失', en: 'Dates and gaps' }, quirks: DATE_QUIRKS },
  { id: 'codes', group: { zh: '编号、地名与文字', en: 'Codes, places and text' }, quirks: CODE_QUIRKS },
  { id: 'rows', group: { zh: '行与合计', en: 'Rows and totals' }, quirks: ROW_QUIRKS },
  { id: 'figures', group: { zh: '各期与各表之间', en: 'Between periods and tables' }, quirks: FIGURE_QUIRKS },
  {
    id: 'lists',
    group: { zh: '区划表、部门表、节假日表与例外表', en: 'Lists of places, departments, holidays and exceptions' },
    quirks: LIST_QUIRKS,
  },
]
