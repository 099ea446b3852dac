/** One token of a number format. */
export interface Token {
  is:
    | /** Printed as it is: `"人"`, `\-`, `[$¥-804]`. */ 'literal'
    | /** A space as wide as a character, or a character that fills the cell: `_)`, `* `. */ 'pad'
    | /** `>=100` of `[>=100]`. */ 'condition'
    | /** A count of hours, minutes or seconds that does not wrap: `h` of `[h]`. */ 'elapsed'
    | /** The place of a text. */ 'text'
    | /** `General`. */ 'general'
    | /** Places of digits and parts of dates: `0`, `#`, `,`, `yyyy`. */ 'code'
  text: string
}

/** The sections of a format that semicolons separate, except those that are quoted or escaped; never empty. */
export function splitSections(format: string): Token[][] {
  const known = KNOWN.get(format)
  if (known) return known
  const sections: Token[][] = [[]]
  for (const [text] of format.matchAll(TOKEN)) {
    if (text === ';') sections.push([])
    else sections.at(-1)?.push(...readToken(text))
  }
  KNOWN.set(format, sections)
  return sections
}

const KNOWN = new Map<string, Token[][]>()
const TOKEN =
  /"[^"]*"?|[\\!].?|[_*].?|\[[^\]]*\]?|General|G\/通用格式|AM\/PM|A\/P|上午\/下午|[eE][+-]|[ymdhsbgae]+|[0#?.,%/]+|[\s\S]/gi

function readToken(text: string): Token[] {
  if (text.startsWith('"')) return [{ is: 'literal', text: text.replace(/^"|"$/g, '') }]
  if (/^[\\!]/.test(text)) return [{ is: 'literal', text: text.slice(1) }]
  if (/^[_*]/.test(text)) return [{ is: 'pad', text: ' ' }]
  if (text.startsWith('[')) return readBracket(text.slice(1, -1))
  if (text === '@') return [{ is: 'text', text }]
  if (/^G(eneral|\/通用格式)$/i.test(text)) return [{ is: 'general', text }]
  if (/^(AM\/PM|A\/P|上午\/下午|e[+-]|[ymdhsbgae]+|[0#?.,%/]+)$/i.test(text)) return [{ is: 'code', text }]
  return [{ is: 'literal', text }]
}

function readBracket(text: string): Token[] {
  if (/^[<>=]/.test(text)) return [{ is: 'condition', text }]
  if (/^(h+|m+|s+)$/i.test(text)) return [{ is: 'elapsed', text: text.toLowerCase() }]
  // The sign of a currency before the number of a locale.
  const [, sign = ''] = /^\$([^-]*)/.exec(text) ?? []
  return sign === '' ? [] : [{ is: 'literal', text: sign }]
}
