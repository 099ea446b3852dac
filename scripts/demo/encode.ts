/** Lines as UTF-8 with or without a byte order mark; CRLF, as spreadsheet programs write it. */
export function encodeUtf8(lines: readonly string[], mark = false): Uint8Array {
  return new TextEncoder().encode(`${mark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`)
}

/**
 * Lines as GB18030. Node decodes it and does not encode it, so the table of two-byte characters is made by decoding
 * all of them; a character outside it is an error, because the demonstration needs none.
 */
export function encodeGb18030(lines: readonly string[]): Uint8Array {
  const text = `${lines.join('\r\n')}\r\n`
  const table = buildTwoByteTable()
  const bytes = new Uint8Array(text.length * 2)
  let length = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      bytes[length++] = code
      continue
    }
    const pair = table.get(character)
    if (pair === undefined) throw new Error(`not in the two-byte part of GB18030: ${character}`)
    bytes[length++] = pair >> 8
    bytes[length++] = pair & 0xff
  }
  return bytes.slice(0, length)
}

let known: Map<string, number> | undefined

export function buildTwoByteTable(): Map<string, number> {
  if (known) return known
  known = new Map()
  const decoder = new TextDecoder('gb18030', { fatal: true })
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      known.set(decoder.decode(Uint8Array.of(lead, trail)), lead * 256 + trail)
    }
  }
  return known
}
