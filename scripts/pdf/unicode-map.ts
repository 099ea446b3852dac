import { foldGlyphs } from '../conform/glyphs.ts'

/**
 * Characters of a PDF back to those of its page: fonts draw 民 and ⺠, — and ― by one glyph, and Chromium writes the first
 * character that it finds, which readers then copy out. A character that the page has stays.
 */
export function openMender(text: string): (character: string) => string {
  const written = new Set(text)
  const byGlyph = new Map([...written].toReversed().map((character) => [foldGlyphs(character), character]))
  return (character) => (written.has(character) ? character : (byGlyph.get(foldGlyphs(character)) ?? character))
}

/** A table from glyphs to characters (CMap) with each character mended; values are UTF-16 in hexadecimal, alone or in ranges. */
export function mendUnicodeMap(cmap: string, mend: (character: string) => string): string {
  const mendHex = (hex: string) => {
    const before = Buffer.from(hex, 'hex').swap16().toString('utf16le')
    const after = Array.from(before, mend).join('')
    return after === before ? hex : Buffer.from(after, 'utf16le').swap16().toString('hex').toUpperCase()
  }
  return cmap.replace(SECTION, (section, kind: string) => {
    if (kind === 'char') {
      return section.replace(CHAR, (_, glyph: string, value: string) => `${glyph} <${mendHex(value)}>`)
    }
    return section.replace(RANGE, (range, first: string, last: string, value: string) => {
      const count = Number.parseInt(last, 16) - Number.parseInt(first, 16) + 1
      const start = Number.parseInt(value, 16)
      const values = Array.from({ length: count }, (_, step) =>
        (start + step).toString(16).toUpperCase().padStart(4, '0'),
      )
      const mended = values.map(mendHex)
      if (mended.every((hex, step) => hex === values[step])) return range
      return `<${first}> <${last}> [${mended.map((hex) => `<${hex}>`).join(' ')}]`
    })
  })
}

const SECTION = /beginbf(char|range)[\s\S]*?endbf\1/g
const CHAR = /(<[\da-fA-F]+>)\s*<((?:[\da-fA-F]{4})+)>/g
const RANGE = /<([\da-fA-F]+)>\s*<([\da-fA-F]+)>\s*<([\da-fA-F]{4})>/g
