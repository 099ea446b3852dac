import { computeCreditCheckDigit } from '../../src/codes/credit-code.ts'
import { computeOrganisationCheckDigit } from '../../src/codes/organisation-code.ts'
import { INDUSTRIES } from '../../src/datasets/permits/permit-codes.ts'
import { SUBDISTRICTS, type Subdistrict } from './demo-places.ts'
import type { Random } from './random.ts'

/** A firm that cannot exist: its city does not, and its credit code names a county 9901… that no table holds. */
export interface Company {
  name: string
  creditCode: string
  industry: string
  place: Subdistrict
}

/** Industry, its words in names, and how often it occurs. */
const TRADES: readonly (readonly [string, readonly string[], number])[] = [
  ['13', ['食品', '粮油', '水产加工'], 9],
  ['15', ['茶业', '酿造'], 4],
  ['17', ['织造', '印染', '丝绸'], 17],
  ['22', ['纸业', '纸品'], 5],
  ['26', ['化工', '新材料', '颜料'], 12],
  ['27', ['制药', '药业'], 6],
  ['30', ['建材', '玻璃', '陶瓷'], 8],
  ['33', ['金属制品', '电镀', '五金'], 14],
  ['36', ['汽车部件', '车桥'], 7],
  ['39', ['电子', '线路板', '光电'], 9],
  ['44', ['热电'], 3],
  ['46', ['水务', '污水处理'], 4],
  ['77', ['环保', '资源再生'], 4],
]

const FIRST = [...'青素玄绛缥缃黛霁澹皓']
const SECOND = [...'梭杼纨绡绮缣绢纶络綦']
const CODE_LETTERS = [...'ABCDEFGHJKLMNPQRTUWXY']

export function createCompanies(random: Random, count: number): Company[] {
  const names = new Set<string>()
  const found: Company[] = []
  for (let n = 0; found.length < count; n++) {
    const [industry, words] = random.pick(TRADES.map((trade) => [trade, trade[2]] as const))
    const word = words[random.drawBetween(0, words.length - 1)] ?? ''
    const own = `${FIRST[random.drawBetween(0, 9)]}${SECOND[random.drawBetween(0, 9)]}`
    const name = `云锦市${own}${word}有限公司`
    const place = random.pick(
      SUBDISTRICTS.map((subdistrict) => [subdistrict, computeFactoryWeight(subdistrict)] as const),
    )
    if (names.has(name)) continue
    names.add(name)
    found.push({ name, creditCode: createCreditCode(place, n, random), industry, place })
  }
  return found
}

/** Factories are at the edge of the city. */
function computeFactoryWeight(place: Subdistrict): number {
  if (place.code.startsWith('990101')) return 0.15
  return place.zh.endsWith('镇') ? 2.6 : 1
}

/** 91 (a firm), the fictional county, an organisation code with its own check, a check. */
function createCreditCode(place: Subdistrict, serial: number, random: Random): string {
  const letter = CODE_LETTERS[random.drawBetween(0, CODE_LETTERS.length - 1)] ?? 'A'
  const body = `MA${String(serial).padStart(4, '0')}${letter}${random.drawBetween(0, 9)}`
  const first17 = `91${place.code.slice(0, 6)}${body}${computeOrganisationCheckDigit(body)}`
  return `${first17}${computeCreditCheckDigit(first17)}`
}

/** Chinese word of an industry code. */
export function nameIndustry(code: string): string {
  const found = INDUSTRIES.find((industry) => industry.code === code)
  if (!found) throw new Error(`unknown industry: ${code}`)
  return found.zh
}
