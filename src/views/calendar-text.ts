/** A text value without signs that would end it (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n')
}

/** Octets of a line without its break (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75

/** A long line in parts, cut between characters: a part of a Chinese character is lost by several calendar programs. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > LINE_OCTETS_MAX) {
      parts.push(part)
      part = ''
      // The space that begins a continued line counts.
      octets = 1
    }
    part += character
    octets += more
  }
  return [...parts, part].join('\r\n ')
}
