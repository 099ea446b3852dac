import type { Column } from '../../contracts/contract.ts'
import { defineDataset } from '../../contracts/contract.ts'

/** What came of duties that no release shows: meetings, briefs, patrols and lists handed in. */
export const deadlines = defineDataset({
  id: 'deadlines',
  title: { zh: '期限台账', en: 'Deadline ledger' },
  description: {
    zh: '例会、督查、简报、清单等不随数据发布的义务，一行一次：谁，哪一期，哪天收到或举行。文件是截至月末的本年累计。应在哪天、迟了几天、哪期未报，都由本站按义务的周期和工作日历计算，不在文件里填写。',
    en: 'Meetings, inspections, briefs and lists that come with no release of data, one row each: who, for which period, on which day. A file holds the year up to the end of its month. Due days, lateness and what is missing are computed from the clock of each duty and the calendar of working days, and are not in the file.',
  },
  class: 'O',
  frequency: 'month',
  keeper: 'city-operations',
  topic: 'duties',
  columns: {
    number: declareText(['登记号', 'Entry no.'], 12, { privacy: 'dimension' }),
    duty: declareText(['义务编号', 'Duty'], 8, { headers: ['义务'] }),
    place: {
      type: { kind: 'place', levels: ['city', 'district', 'subdistrict'] },
      names: { zh: '地区', en: 'Place' },
      headers: ['所属地区', '区或街道'],
      privacy: 'dimension',
    },
    section: declareText(['责任单位', 'Office'], 30, {
      headers: ['单位', '科室'],
      description: {
        zh: '科室、小组或行业的名称，不写人名。',
        en: 'Name of the section, group or trade; no names of persons.',
      },
    }),
    cycle: declareText(['期次', 'For the period'], 10, {
      headers: ['所属期'],
      description: {
        zh: '这一次属于哪一期：2026-W40、2026-10-H1、2026-10、2026-Q3、2026-H1、2026。',
        en: 'The period that it answers: 2026-W40, 2026-10-H1, 2026-10, 2026-Q3, 2026-H1, 2026.',
      },
    }),
    done_on: {
      type: { kind: 'date' },
      names: { zh: '收到或举行日期', en: 'Received or held on' },
      headers: ['收到日期', '举行日期'],
      privacy: 'public',
    },
  },
  key: ['number'],
  rules: [{ kind: 'not-after-period', columns: ['done_on'] }],
  tables: {
    receipts: {
      title: { zh: '期限台账', en: 'Deadline ledger' },
      kind: 'register',
      dimensions: [{ column: 'number' }],
      measures: {},
      attributes: ['duty', 'place', 'section', 'cycle', 'done_on'],
    },
  },
  // The page of duties says what the entries mean; a list of them would say nothing in a bulletin.
  presentation: { rooms: [] },
  synonyms: ['例会', '周报', '简报', '督查', '按时报送', '迟报', '未报', '期限'],
  due: { workingDaysAfterEnd: 10 },
  dueFrom: '2026-10',
})

function declareText(
  [zh, en]: [string, string],
  max: number,
  { privacy = 'public', ...more }: Partial<Pick<Column, 'privacy' | 'headers' | 'description'>>,
): Column {
  return { type: { kind: 'text', max }, names: { zh, en }, privacy, ...more }
}
