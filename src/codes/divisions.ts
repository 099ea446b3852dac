import type { Places } from './places.ts'

/** A county-level division, GB/T 2260, with the first and last day of its code; null where open or before 1980. */
export interface Division {
  code: string
  name: string
  from: string | null
  to: string | null
  successor: string | null
}

/** Every division that ever bore the code in the table; undefined where the table does not know it. */
export function findDivision(code: string): Division | undefined {
  return BY_CODE.get(code)
}

/** True where the code was valid on that day, as far as the table knows. */
export function isDivisionValid(division: Division, day: string): boolean {
  return (division.from === null || division.from <= day) && (division.to === null || division.to >= day)
}

/**
 * Whether a code of six digits can name a county. The built-in table is whole for Nanjing and Beijing only, so elsewhere
 * a code is refused only where no province bears its first two digits. A portal's own places always count.
 */
export function isCounty(code: string, places?: Places): boolean {
  if (BY_CODE.has(code) || places?.get(code) !== undefined) return true
  return !WHOLE_CITIES.has(code.slice(0, 4)) && PROVINCES.has(code.slice(0, 2)) && !code.endsWith('00')
}

/** Whether a province, municipality or region bears the two digits; 83 stands for Taiwan in residence permits. */
export function isProvince(digits: string): boolean {
  return PROVINCES.has(digits) || digits === '83'
}

/**
 * Abolished codes stay in the table: registers and old files go on using them. The days are those of the State Council's
 * approval; a city counted by the old division for some weeks more, so they serve look-ups and never refuse a row.
 */
export const DIVISIONS: readonly Division[] = [
  ...listCurrent('320102 玄武区,320104 秦淮区,320105 建邺区,320106 鼓楼区,320111 浦口区,320113 栖霞区,320114 雨花台区'),
  ...listCurrent('320115 江宁区,320116 六合区'),
  { code: '320117', name: '溧水区', from: '2013-02-08', to: null, successor: null },
  { code: '320118', name: '高淳区', from: '2013-02-08', to: null, successor: null },
  { code: '320103', name: '白下区', from: null, to: '2013-02-07', successor: '320104' },
  { code: '320107', name: '下关区', from: null, to: '2013-02-07', successor: '320106' },
  { code: '320124', name: '溧水县', from: null, to: '2013-02-07', successor: '320117' },
  { code: '320125', name: '高淳县', from: null, to: '2013-02-07', successor: '320118' },
  ...listCurrent(
    '110101 东城区,110102 西城区,110105 朝阳区,110106 丰台区,110107 石景山区,110108 海淀区,110109 门头沟区',
  ),
  ...listCurrent('110111 房山区,110112 通州区,110113 顺义区,110114 昌平区,110115 大兴区,110116 怀柔区,110117 平谷区'),
  { code: '110118', name: '密云区', from: '2015-10-13', to: null, successor: null },
  { code: '110119', name: '延庆区', from: '2015-10-13', to: null, successor: null },
  { code: '110103', name: '崇文区', from: null, to: '2010-06-30', successor: '110101' },
  { code: '110104', name: '宣武区', from: null, to: '2010-06-30', successor: '110102' },
  { code: '110228', name: '密云县', from: null, to: '2015-10-12', successor: '110118' },
  { code: '110229', name: '延庆县', from: null, to: '2015-10-12', successor: '110119' },
]

const BY_CODE = new Map(DIVISIONS.map((division) => [division.code, division]))
/** Prefixes of the cities that the table lists whole. */
const WHOLE_CITIES = new Set(['3201', '1101', '1102'])
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)

/** `320102 玄武区,320104 秦淮区` → divisions without bounds. */
function listCurrent(list: string): Division[] {
  return list.split(',').map((item) => {
    const [code = '', name = ''] = item.split(' ')
    return { code, name, from: null, to: null, successor: null }
  })
}
