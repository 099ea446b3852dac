import { contractOf, makeColumn } from '../check/small.ts'
import { dated } from './quirk-columns.ts'
import { fromText, type QuirkCases } from './quirk-files.ts'
import { fromAccepted, fromFigures, fromFlow, fromPeriods, fromTwins } from './quirk-portal.ts'

/** A return that must have every district and both sexes. */
const returns = contractOf(
  {
    place: makeColumn({ kind: 'place', levels: ['district'] }, '地区', { privacy: 'dimension' }),
    sex: makeColumn({ kind: 'list', items: [makeItem('m', '男'), makeItem('f', '女')] }, '性别', {
      privacy: 'dimension',
    }),
    n: makeColumn({ kind: 'integer' }, '人数', { privacy: 'count' }),
  },
  { key: ['place', 'sex'], complete: ['place', 'sex'] },
)

function makeItem(code: string, zh: string) {
  return { code, zh, en: code }
}

/** Cases of what periods and tables say of each other. */
export const FIGURE_CASES: QuirkCases = {
  'cumulative-falls': [() => fromFigures(100, 90, 'cumulative')],
  'other-period': [() => fromText('月份,甲\n2026-09,a\n2026-09,b\n', dated)],
  'title-period': [() => fromText('2026年9月情况表,,\n月份,甲,\n2026-10,a,\n', dated)],
  'same-file': [
    () => fromTwins({ sha256: 'x', digest: '1' }, { sha256: 'x', digest: '1' }),
    () => fromTwins({ sha256: 'x', digest: '1' }, { sha256: 'y', digest: '1' }),
  ],
  jump: [() => fromFigures(40, 400, 'figure'), () => fromFigures(41_000, 4.1, 'figure')],
  balance: [
    () =>
      fromFlow({ kind: 'balance', plus: ['start', 'in'], minus: ['out'], equals: 'end' }, [
        ['2026-10', '990101', { start: 5, in: 3, out: 2, end: 7 }],
      ]),
  ],
  carry: [
    () =>
      fromFlow({ kind: 'carry', opening: 'start', closing: 'end' }, [
        ['2026-09', '990101', { end: 6 }],
        ['2026-10', '990101', { start: 5 }],
      ]),
  ],
  'figure-over-whole': [
    () => fromFlow({ kind: 'at-most', a: 'out', b: 'in' }, [['2026-10', '990101', { in: 10, out: 12 }]]),
  ],
  'places-sum': [
    () =>
      fromFlow({ kind: 'adds-up', measures: ['in'] }, [
        ['2026-10', '990100', { in: 10 }],
        ['2026-10', '990101', { in: 5 }],
        ['2026-10', '990102', { in: 4 }],
      ]),
  ],
  'tables-differ': [
    () =>
      fromFlow(
        { kind: 'same-as', measure: 'in', table: 'other', equals: 'in' },
        [['2026-10', '990101', { in: 98 }]],
        [['2026-10', '990101', { in: 100 }]],
      ),
  ],
  'period-gap': [() => fromPeriods(['2026-08', '2026-10'])],
  'period-late': [() => fromPeriods(['2026-08'], { due: { daysAfterEnd: 15 }, today: '2026-10-31' })],
  'due-unpublished': [() => fromPeriods(['2026-11'], { due: { workingDaysAfterEnd: 20 }, today: '2027-02-28' })],
  'place-left-out': [() => fromText('地区,性别,人数\n锦北区,男,1\n锦北区,女,1\n', returns)],
  'class-left-out': [() => fromText('地区,性别,人数\n锦北区,男,1\n栖云区,男,1\n高泽区,男,1\n', returns)],
  'row-left-out': [
    () => fromText('地区,性别,人数\n锦北区,男,1\n锦北区,女,1\n栖云区,男,1\n高泽区,男,1\n高泽区,女,1\n', returns),
  ],
  'jump-accepted': [() => fromAccepted('figure-jump,small,2026-10,990101,暴雨,2027-12-31')],
}
