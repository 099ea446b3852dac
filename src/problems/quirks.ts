import type { Words } from '../text/words.ts'
import { FILE_QUIRKS } from './quirks/files.ts'
import { LAYOUT_QUIRKS } from './quirks/layout.ts'
import { NUMBER_QUIRKS } from './quirks/numbers.ts'
import type { Quirk } from './quirks/quirk.ts'
import { ROW_QUIRKS } from './quirks/rows.ts'
import { VALUE_QUIRKS } from './quirks/values.ts'

export type { Quirk, QuirkOutcome } from './quirks/quirk.ts'

/** What exports of Chinese government systems do, from the file down to what files say of each other. */
export const QUIRKS: readonly { id: string; group: Words; quirks: readonly Quirk[] }[] = [
  { id: 'files', group: { zh: '文件', en: 'Files' }, quirks: FILE_QUIRKS },
  { id: 'layout', group: { zh: '版式与工作簿', en: 'Layout and workbooks' }, quirks: LAYOUT_QUIRKS },
  { id: 'numbers', group: { zh: '字符、数与单位', en: 'Characters, numbers and units' }, quirks: NUMBER_QUIRKS },
  { id: 'values', group: { zh: '日期、缺失、编号与地名', en: 'Dates, gaps, codes and places' }, quirks: VALUE_QUIRKS },
  { id: 'rows', group: { zh: '行、合计与期次', en: 'Rows, totals and periods' }, quirks: ROW_QUIRKS },
]
