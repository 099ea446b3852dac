import { sum } from '../text/sum.ts'
/** What a cell's number format makes of its number. */
export interface Shown {
  /** A sign that multiplies by 100 (`0%`), or or one that is only printed beside the number (`0.0"%"`); null for none. */
  percent: 'ratio' | 'literal' | null
  /** The number on the screen is the stored one divided by this power of ten: `0!.0,` shows 123456 as 12.3. */
  power: number
  /** The format prints 万, 亿 or 千 beside the scaled number, so that the screen and the cell agree. */
  hasUnit: boolean
}

/** Finds the section of the format that applies to the value. */
export function findShown(format: string, value: number): Shown {
  const known = KNOWN.get(format) ?? splitSections(format).map(readSection)
  KNOWN.set(format, known)
  const [first = PLAIN, second, third] = known
  const conditional = known.find((section) => section.condition?.(value))
  if (conditional) return conditional
  if (first.condition) return known.find((section) => !section.condition) ?? PLAIN
  if (value < 0) return second ?? first
  return value === 0 ? (third ?? first) : first
}

/** A workbook has few formats and many cells. */
const KNOWN = new Map<string, Section[]>()

interface Section extends Shown {
  /** `[>=10000]`: for which values the section holds. */
  condition?: (value: number) => boolean
}

const PLAIN: Section = { percent: null, power: 0, hasUnit: false }

/** Splits at semicolons, except those that are quoted or escaped. */
function splitSections(format: string): string[] {
  const sections = ['']
  for (const [token] of format.matchAll(/"[^"]*"?|[\\!_*].?|./gs)) {
    if (token === ';') sections.push('')
    else sections.push(`${sections.pop()}${token}`)
  }
  return sections
}

function readSection(text: string): Section {
  // Literal text is taken out first, so that its commas and dots are not read as format codes.
  const literals: string[] = []
  const code = text
    .replace(/"([^"]*)"|[\\!](.)|[_*]./g, (_whole, quoted?: string, escaped?: string) => {
      const literal = quoted ?? escaped ?? ''
      literals.push(literal)
      return literal === '.' || literal === '．' ? DOT : ''
    })
    .replace(/\[[^\]]*\]/g, '')
  const printed = [...literals, code].join('')
  const thousands = sum((code.match(/[0#?],+(?![0#?,]|\uE000)/g) ?? []).map((commas) => commas.length - 1))
  const behindDot = /[0#?]\uE000([0#?,]+)/.exec(code)?.[1]?.replace(/,/g, '').length ?? 0
  const power = 3 * thousands + behindDot
  const percent = /[%％]/.test(literals.join('')) ? 'literal' : null
  const condition = readCondition(text)
  return {
    percent: code.includes('%') ? 'ratio' : percent,
    power,
    hasUnit: power > 0 && /[万亿千萬億]/.test(printed),
    ...(condition ? { condition } : {}),
  }
}

const DOT = '\uE000'

function readCondition(text: string): Section['condition'] {
  const [, sign = '', edge = ''] = /\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]/.exec(text) ?? []
  const limit = Number(edge)
  switch (sign) {
    case '<':
      return (value) => value < limit
    case '<=':
      return (value) => value <= limit
    case '>':
      return (value) => value > limit
    case '>=':
      return (value) => value >= limit
    case '=':
      return (value) => value === limit
    case '<>':
      return (value) => value !== limit
    default:
      return undefined
  }
}
