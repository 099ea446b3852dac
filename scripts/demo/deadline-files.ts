import { addDays } from '../../src/calendar/days.ts'
import { computeDutyDueDay, type DutyDay } from '../../src/calendar/duty-due.ts'
import { comparePeriods, getFirstDay, getPeriodAfter } from '../../src/calendar/period.ts'
import { WorkCalendar } from '../../src/calendar/working-days.ts'
import { encodeUtf8 } from './encode.ts'
import { type Random, randomOf } from './random.ts'

const HEADER = '登记号,义务编号,区或街道,责任单位,所属期,收到日期'
const MONTH = '2026-10'
const DATA_DATE = '2026-10-31'

/** A duty of some offices, from which period on, and by when within it; left out: by its last day. */
interface Owed {
  duty: string
  from: string
  units: readonly (readonly [place: string, section: string])[]
  due?: DutyDay
  /** Of a hundred, how many come late and how many never. */
  late?: number
  missing?: number
}

const STREETS = ['织星街道', '云裾街道'] as const
const DISTRICTS = ['锦中区', '栖云区', '梭桥区', '绫湾区'] as const
const CITY = '云锦市'

const OWED: readonly Owed[] = [
  { duty: 'D09', from: '2026-01', units: STREETS.map((street) => [street, '街道办事处']), missing: 5 },
  { duty: 'D10', from: '2026-Q1', units: STREETS.map((street) => [street, '街道办事处']) },
  { duty: 'D22', from: '2026-01', units: [[CITY, '应急管理局']], late: 10 },
  {
    duty: 'D29',
    from: '2026-01',
    units: ['就业科', '人才科', '劳动关系科', '社会保险科', '培训科'].map((section) => [CITY, section]),
    due: { dayOfMonth: 25 },
    late: 14,
    missing: 5,
  },
  {
    duty: 'D31',
    from: '2026-01',
    units: ['危险化学品企业', '建筑施工企业', '金属冶炼企业'].map((trade) => [CITY, trade]),
    due: { lastWorkingDayOf: 'month' },
    late: 12,
  },
  {
    duty: 'D32',
    from: '2026-Q1',
    units: ['商场超市', '餐饮场所', '仓储物流企业', '机械制造企业'].map((trade) => [CITY, trade]),
    due: { lastWorkingDayOf: 'quarter' },
    late: 15,
    missing: 8,
  },
  { duty: 'D34', from: '2026-Q1', units: DISTRICTS.map((district) => [district, '区政府']), late: 12 },
  { duty: 'D35', from: '2026-Q1', units: DISTRICTS.map((district) => [district, '区应急管理局']), missing: 8 },
  { duty: 'D36', from: '2025', units: [[CITY, '安全生产委员会']] },
  { duty: 'D37', from: '2026-01', units: STREETS.map((street) => [street, '食品安全办公室']), late: 10, missing: 5 },
  { duty: 'D38', from: '2026-01', units: STREETS.map((street) => [street, '学校食堂']), late: 8 },
  { duty: 'D38', from: '2026-Q1', units: STREETS.map((street) => [street, '学校食堂']) },
  { duty: 'D39', from: '2026-Q1', units: STREETS.map((street) => [street, '街道办事处']) },
  { duty: 'D43', from: '2026-Q1', units: [[CITY, '住房和城乡建设局']] },
  { duty: 'D44', from: '2026-01', units: [[CITY, '交通运输局']], missing: 12 },
  { duty: 'D50', from: '2026-H1', units: [[CITY, '交通运输局']] },
  {
    duty: 'D56',
    from: '2026-W02',
    units: STREETS.map((street) => [street, '社区网格']),
    due: { weekday: 2 },
    late: 5,
    missing: 3,
  },
  { duty: 'D57', from: '2026-W02', units: ['甲组', '乙组'].map((pair) => [STREETS[0], pair]), late: 6, missing: 4 },
  { duty: 'D58', from: '2026-W02', units: STREETS.map((street) => [street, '街道办事处']), late: 8, missing: 6 },
  { duty: 'D59', from: '2026-01-H1', units: STREETS.map((street) => [street, '街道办事处']), missing: 5 },
  { duty: 'D59', from: '2026-Q1', units: STREETS.map((street) => [street, '街道办事处']) },
  { duty: 'D62', from: '2025', units: [[CITY, '安全生产委员会']] },
]

/** Weeks of the Spring Festival and of the National Day, in which no community meets. */
const WEEKS_OFF = ['2026-W08', '2026-W41']

/** The ledger of the year up to the end of the month, in the order in which it was written. */
export function buildDeadlineFiles(seed: number): Map<string, Uint8Array> {
  const random = randomOf(seed, 'deadlines')
  const entries = OWED.flatMap((owed) => owed.units.flatMap((unit) => listEntries(owed, unit, random)))
  const lines = entries
    .filter(({ day }) => day <= DATA_DATE)
    .toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
    .map(({ cells, day }, index) => [`TZ${String(index + 1).padStart(4, '0')}`, ...cells, day].join())
  return new Map([[`raw/deadlines/${MONTH}.csv`, encodeUtf8([HEADER, ...lines])]])
}

function listEntries(
  { duty, from, due, late = 0, missing = 0 }: Owed,
  [place, section]: readonly [string, string],
  random: Random,
): { cells: string[]; day: string }[] {
  const entries: { cells: string[]; day: string }[] = []
  for (let cycle = from; getFirstDay(cycle) <= DATA_DATE; cycle = getPeriodAfter(cycle)) {
    const lot = random.drawBetween(1, 100)
    const days = random.drawBetween(0, 4)
    // The first period is always there: from it on, the others are asked for.
    const isFirst = comparePeriods(cycle, from) === 0
    if (!isFirst && (lot <= missing || (duty === 'D56' && WEEKS_OFF.includes(cycle)))) continue
    const last = computeDutyDueDay(due ?? null, cycle, ORDINARY_WEEKS)
    if (!('day' in last)) throw new Error(`demo: no due day of ${cycle}`)
    const isLate = !isFirst && lot > 100 - late
    const early = due !== undefined && 'weekday' in due ? 0 : days
    entries.push({ cells: [duty, place, section, cycle], day: addDays(last.day, isLate ? days + 1 : -early) })
  }
  return entries
}

/** Offices plan by ordinary weeks; what a holiday moves shows as it came. */
const ORDINARY_WEEKS = new WorkCalendar([
  { date: '2025-01-01', kind: 'rest', name: '元旦' },
  { date: '2026-01-01', kind: 'rest', name: '元旦' },
])
