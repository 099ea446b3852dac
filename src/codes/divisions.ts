import type { Places } from './places.ts'

/**
 * Whether a code of six digits can name a county. The built-in list is whole for Nanjing and Beijing only, so elsewhere
 * a code is refused only where no province has its first two digits. A portal's own places always count.
 */
export function isCounty(code: string, places?: Places): boolean {
  if (COUNTIES.has(code) || places?.get(code) !== undefined) return true
  return !WHOLE_CITIES.has(code.slice(0, 4)) && PROVINCES.has(code.slice(0, 2)) && !code.endsWith('00')
}

/** Whether a province, municipality or region has the two digits; 83 stands for Taiwan in residence permits. */
export function isProvince(digits: string): boolean {
  return PROVINCES.has(digits) || digits === '83'
}

/**
 * County-level divisions of Nanjing and Beijing, GB/T 2260. Abolished codes stay in the list: registers and old files go on
 * using them.
 */
export const COUNTIES = new Set(
  [
    '320102 320104 320105 320106 320111 320113 320114 320115 320116 320117 320118',
    // Until 2013: 白下区, 下关区, 溧水县, 高淳县.
    '320103 320107 320124 320125',
    '110101 110102 110105 110106 110107 110108 110109 110111 110112 110113 110114 110115 110116 110117 110118 110119',
    // Until 2010 崇文区 and 宣武区, until 2015 密云县 and 延庆县.
    '110103 110104 110228 110229',
  ].flatMap((line) => line.split(' ')),
)
/** Prefixes of the cities that the list has whole. */
export const WHOLE_CITIES = new Set(['3201', '1101', '1102'])
export const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
)
