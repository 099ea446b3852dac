import * as XLSX from '@e965/xlsx'
import { sum } from '../../src/text/sum.ts'
import { DISTRICTS, MERGER_YEAR } from './demo-places.ts'
import { LAST_YEAR, type People } from './people.ts'
import { countPersonsAged60 } from './population-files.ts'
import { type Random, randomOf } from './random.ts'

const HEADER = [
  '地区',
  '养老机构（家）',
  '养老床位（张）',
  '入住床位（张）',
  '持证护理人员（人）',
  '日间照料场所（处）',
  '60岁及以上人口（人）',
]

/** Beds per 1,000 aged 60 and over in 2014, by district; the old centre has no room to build. */
const BEDS_2014: Record<string, number> = {
  '990101': 19,
  '990102': 27,
  '990104': 31,
  '990105': 30,
  '990106': 28,
  '990108': 34,
  '990109': 36,
  '990110': 33,
}

/** One workbook a year: title, unit, header, eight districts, 合计, note. */
export function buildElderCareFiles(people: People, seed: number): Map<string, Uint8Array> {
  const random = randomOf(seed, 'elder-care')
  const files = new Map<string, Uint8Array>()
  const traits = new Map(DISTRICTS.map((district) => [district.code, traitsOf(district.code, random)]))
  for (let year = MERGER_YEAR; year <= LAST_YEAR; year++) {
    const rows = DISTRICTS.map((district) => {
      const persons = countPersonsAged60(people, year, district.code)
      const own = traits.get(district.code)
      if (!own) throw new Error(`no traits for ${district.code}`)
      return [district.zh, ...createFacilities({ year, persons, own }), persons]
    })
    files.set(`raw/elder-care/${year}.xlsx`, createWorkbook(year, rows))
  }
  return files
}

/** What distinguishes one district from another for all years. */
interface Traits {
  bedsPer1000: number
  occupancy: number
  staffing: number
  sites: number
}

/** Beds are filled where they are scarce: the fewer a district has, the fuller they are. */
function traitsOf(district: string, random: Random): Traits {
  const bedsPer1000 = (BEDS_2014[district] ?? 30) * (0.95 + random.drawNext() * 0.1)
  return {
    bedsPer1000,
    occupancy: 0.5 + (30 - bedsPer1000) * 0.009 + random.drawNext() * 0.04,
    staffing: 0.88 + random.drawNext() * 0.26,
    sites: 0.78 + random.drawNext() * 0.45,
  }
}

/** Beds grow fast to 2019, slower after; occupancy dips in 2020–2022; sites and certificates catch up. */
function createFacilities({ year, persons, own }: { year: number; persons: number; own: Traits }): number[] {
  const since = year - MERGER_YEAR
  const growth = 1 + Math.min(since, 5) * 0.032 + Math.max(0, since - 5) * 0.009
  const beds = Math.round((persons / 1000) * own.bedsPer1000 * growth)
  const dip = year >= 2020 && year <= 2022 ? 0.045 : 0
  const occupied = Math.round(beds * (own.occupancy + since * 0.006 - dip))
  const institutions = Math.round(beds / (96 + since * 4))
  const staff = Math.round((occupied / (9.5 - since * 0.32)) * own.staffing)
  const sites = Math.round((persons / 10000) * (1.1 + since * 0.21) * own.sites)
  return [institutions, beds, occupied, staff, sites]
}

function createWorkbook(year: number, rows: (string | number)[][]): Uint8Array {
  const total = ['合计', ...HEADER.slice(1).map((_, n) => sum(rows.map((row) => Number(row[n + 1]))))]
  const sheet = XLSX.utils.aoa_to_sheet([
    ['云锦市养老服务设施情况表'],
    [`统计时点：${year}年12月31日`, null, null, null, null, null, '单位：见表头'],
    HEADER,
    ...rows,
    total,
    ['注：床位不含日间照料场所的座椅和家庭养老床位。'],
  ])
  sheet['!merges'] = [XLSX.utils.decode_range('A1:G1')]
  sheet['!cols'] = HEADER.map((_, n) => ({ wch: n === 0 ? 12 : 20 }))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, `${year}年`)
  // The date of creation would be the day on which the demonstration is made.
  book.Props = { Title: '云锦市养老服务设施情况表', CreatedDate: new Date(Date.UTC(year + 1, 1, 20)) }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
