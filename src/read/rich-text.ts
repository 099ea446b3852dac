import type { Colour } from './colours.ts'

/** One run of a rich text. */
interface Run {
  text: string
  isStruck: boolean
  /** Font size in points; null where the run states none. */
  size: number | null
  colour: Colour | null
}

export interface RichText {
  /** All runs, raised and lowered characters as the Unicode characters that look so: `1200¹`. */
  text: string
  runs: Run[]
}

/** The runs of a `<si>` or `<is>` element; null where no run differs from plain text in anything that matters. */
export function readRuns(xml: string): RichText | null {
  if (!/<(?:\w+:)?(?:vertAlign|strike|color|sz)\b/.test(xml)) return null
  const runs: Run[] = []
  for (const [, inner = ''] of xml.matchAll(/<(?:\w+:)?r>(.*?)<\/(?:\w+:)?r>/gs)) {
    const properties = /<(?:\w+:)?rPr>(.*?)<\/(?:\w+:)?rPr>/s.exec(inner)?.[1] ?? ''
    const text = [...inner.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?t>/gs)].map(([, part = '']) => part)
    const aligned = /<(?:\w+:)?vertAlign\s[^>]*val="(\w+)"/.exec(properties)?.[1]
    runs.push({
      text: shift(unescapeXml(text.join('')), aligned),
      isStruck: /<(?:\w+:)?strike(?:\s*\/?>|\s+val="(?:1|true)")/.test(properties),
      size: findNumber(/<(?:\w+:)?sz\s[^>]*val="([\d.]+)"/, properties),
      colour: readColour(/<(?:\w+:)?color\s([^>]*)>/.exec(properties)?.[1]),
    })
  }
  return runs.length === 0 ? null : { text: runs.map((run) => run.text).join(''), runs }
}

function findNumber(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

function readColour(attributes: string | undefined): Colour | null {
  if (attributes === undefined) return null
  const findValue = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
  const [rgb, theme, index, tint] = [findValue('rgb'), findValue('theme'), findValue('indexed'), findValue('tint')]
  return {
    ...(rgb === undefined ? {} : { rgb: rgb.slice(-6) }),
    ...(theme === undefined ? {} : { theme: Number(theme) }),
    ...(index === undefined ? {} : { index: Number(index) }),
    ...(tint === undefined ? {} : { tint: Number(tint) }),
  }
}

function shift(text: string, aligned: string | undefined): string {
  if (aligned === 'superscript') return translate(text, RAISED)
  return aligned === 'subscript' ? translate(text, LOWERED) : text
}

const PLAIN = '0123456789+-=()abcdefghijklmnoprstuvwxyz'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'

function translate(text: string, into: string): string {
  return [...text].map((character) => [...into][PLAIN.indexOf(character)] ?? character).join('')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/_x([\dA-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
