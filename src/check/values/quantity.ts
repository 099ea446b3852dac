import { simplify } from '../../codes/simplified.ts'
import type { Column } from '../../contracts/contract.ts'
import type { RuleId } from '../../problems/catalogue.ts'
import { nameOfUnit } from '../../text/units.ts'
import { roundOffNoise } from './noise.ts'
import type { WrittenNumber } from './number.ts'
import { parseNumber } from './number.ts'
import type { ParseResult } from './parse-result.ts'
import { accept, reject } from './parse-result.ts'
import type { Parser } from './parser.ts'

/** Numbers, whole numbers and percentages of a column, brought to the unit that the contract declares. */
export function makeNumberParser(column: Column, power: number): Parser {
  const isWhole = column.type.kind === 'integer'
  const own = nameOfUnit(column.unit ?? '')
  return (raw, kind) => {
    if (kind === 'number' && /^-?[\d.]+e-?\+?\d+$/i.test(raw)) return accept(scale(raw, power))
    const written = parseNumber(raw)
    if (written.is === 'refused') return written
    const number = removeNoise(written, raw, isWhole && power === 0)
    if (number.qualifier !== '') return reject('number-qualified', null, { qualifier: number.qualifier })
    if (number.scaled && power !== 0) return reject('unit-twice')
    if (column.type.kind === 'percent') return parsePercent(column.type.as, number)
    // 高出9.3个百分点: a difference of rates is counted in 百分点, and never in %.
    const unit = number.unit === '个百分点' ? '百分点' : number.unit
    const shift = unit === '' ? power : findUnitPower(unit, own)
    if (shift === null) return reject('unit-other', own === '' ? null : own, { unit })
    // 5张 below a header in 万张, 5万 in a column that counts 万元: two units of which one is wrong.
    if (power !== 0 && shift !== power) return reject('unit-twice')
    if (unit === '' && number.scaled && splitScale(own).power > 0) return reject('unit-twice')
    const isNew = unit !== '' && shift !== 0 && !number.scaled
    const notes: RuleId[] = isNew ? [...number.notes, 'number-scaled'] : number.notes
    return accept(shift === 0 ? number.value : scale(String(number.value), shift), notes)
  }
}

/**
 * How a printed unit relates to the column's own: a power of ten, or null where it is another unit. `百张`, `10万张` and `萬人`
 * are powers of ten of 张 and 人; where a column counts 万元, 元 is one too.
 */
export function findUnitPower(text: string, unit: string | undefined): number | null {
  const own = simplifyUnit(unit ?? '')
  const printed = simplifyUnit(text)
  if (printed === own) return 0
  const { power, base, isWritten } = splitScale(printed)
  if (base === own && power > 0) return power
  const whole = splitScale(own)
  // A bare 万 is 万 of whatever the column counts, and 万元 itself where it counts those; a bare 10 or 十 numbers a heading.
  if (base === '') return isWritten && (whole.power === 0 || whole.power === power) ? power - whole.power : null
  return base === whole.base ? power - whole.power : null
}

/** `十万张` → 5 and 张. */
export function splitScale(text: string): { power: number; base: string; isWritten: boolean } {
  const [, ones = '', tens = '', many = '', base = ''] = SCALE.exec(simplifyUnit(text)) ?? []
  const zeros = ones.replace(/\D/g, '').length - 1
  const power = Math.max(0, zeros) + (TENS[tens] ?? 0) + (MANY[many] ?? 0)
  return { power, base: SAME[base] ?? base, isWritten: many !== '' || tens === '百' || tens === '千' }
}

const SCALE = /^(1(?:0+|(?:,000)+)(?!\d))?(十|百|千)?(万亿|万|亿)?(.*)$/u
const TENS: Record<string, number> = { 十: 1, 百: 2, 千: 3 }
const MANY: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12 }

function simplifyUnit(text: string): string {
  const simple = simplify(text.normalize('NFKC').replace(/\s/g, '')).replace(/^人民币(?=.*元$)/, '')
  return SAME[simple] ?? simple
}

/** Signs of units → their names; NFKC has made m3 of m³ and km2 of ㎢. */
const SAME: Record<string, string> = {
  'μg/m3': '微克/立方米',
  'ug/m3': '微克/立方米',
  'mg/m3': '毫克/立方米',
  'mg/L': '毫克/升',
  kWh: '千瓦时',
  km: '公里',
  km2: '平方公里',
  m2: '平方米',
  m3: '立方米',
  hm2: '公顷',
  t: '吨',
}

/** The number without the tail of binary arithmetic, with a note. */
function removeNoise(number: WrittenNumber, raw: string, isWhole: boolean): WrittenNumber {
  const value = number.scaled ? number.value : roundOffNoise(raw, number.value, isWhole)
  return value === number.value ? number : { ...number, value, notes: [...number.notes, 'number-noise'] }
}

function parsePercent(as: 'percent' | 'ratio', number: WrittenNumber): ParseResult {
  const { notes } = number
  if (number.unit === '%') return accept(number.value, notes)
  if (number.unit !== '') return reject('unit-other', '%', { unit: number.unit })
  if (as === 'percent') return accept(number.value, notes)
  return number.value > 1 || number.value < 0
    ? reject('percent-not-ratio', '0–1')
    : accept(scale(String(number.value), 2), notes)
}

/** Moves the decimal point in the text, so that 4.1 × 10⁴ is 41000 exactly. */
function scale(text: string, power: number): number {
  const parts = /^(-?[\d.]+)(?:e([+-]?\d+))?$/i.exec(text)
  return Number(`${parts?.[1] ?? text}e${Number(parts?.[2] ?? 0) + power}`)
}
