import { expect, test } from 'vitest'
import { toPlainText } from '../../src/compose/rich.ts'
import type { Delivery } from '../../src/deliveries/delivery.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { buildNotes } from '../../src/views/report-notes.ts'
import { departmentsOf } from '../portal/list-texts.ts'
import { CITY, PLACES } from './city.ts'
import { ON_TIME } from './on-time-delivery.ts'

const CALLBACKS = { ...ON_TIME, dataset: 'satisfaction', department: 'government-hotline' }
const { departments } = departmentsOf(
  'id,name_zh,name_en,aliases,places\ncity-operations,城运中心,Operations,,\ngovernment-hotline,热线中心,Hotline,,\n',
  PLACES,
)

/** The first paragraph of the notes to June 2026. */
function composeNote(...rows: Delivery[]): string[] {
  const site = { ...CITY, departments, deliveries: { day: '2026-08-31', rows, path: 'deliveries.3.csv' } }
  return LANGS.map((lang) => toPlainText(buildNotes(site, '2026-06', 0).paragraphs?.[0]?.[lang] ?? []))
}

test('each file that was late, refused or missing is named, with its period and keeper', () => {
  const late = { ...ON_TIME, state: 'late', daysLate: 10 } as const
  const missing = { ...CALLBACKS, received: null, state: 'not-reported', daysLate: 17 } as const
  expect(composeNote(late, missing)).toEqual([
    '报送情况：城运中心的2026年6月网格事件迟报10天；热线中心的2026年6月回访满意度未报。',
    'Deliveries: Grid cases, June 2026 (Operations): 10 days late; Satisfaction with handling, June 2026 (Hotline): not reported.',
  ])
  const refused = { ...CALLBACKS, period: '2026-Q2', state: 'refused', daysLate: 5 } as const
  expect(composeNote(ON_TIME, refused)).toEqual([
    '报送情况：热线中心的2026年第二季度回访满意度已退回，未重报。',
    'Deliveries: Satisfaction with handling, Q2 2026 (Hotline): refused, not sent again.',
  ])
})

test('files that were on time are counted where none was late', () => {
  // Two files of one dataset are two files.
  expect(composeNote(ON_TIME, { ...ON_TIME, period: '2026-W23' }, { ...CALLBACKS, period: '2026-05' })).toEqual([
    '本期按时报送的文件有2份，没有迟报或未报的记录。',
    '2 files of this issue arrived on time; none is recorded as late or missing.',
  ])
})

test('nothing is said of files that came before the record began', () => {
  expect(composeNote({ ...ON_TIME, state: 'before-record' })[0]).toBe('本期的数字发布以来没有更正过。')
})
