/**
 * True where two-byte characters look like Big5 and not like GB: strict GB18030 accepts nearly all of Big5 as characters
 * that nobody writes. In GB text nearly every character is one of GB 2312; in Big5 text nearly every character is of its
 * frequent half, and often has a second byte that GB 2312 never has.
 */
export function looksLikeBig5(bytes: Uint8Array): boolean {
  let [count, asGb, asBig5] = [0, 0, 0]
  for (let at = 0; at < bytes.length && count < CHARACTERS_LOOKED_AT; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    count += 1
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) asGb += 1
    if (lead >= 0xa1 && lead <= 0xc6 && (trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e))) asBig5 += 1
    at += 1
  }
  return count >= CHARACTERS_MIN && asBig5 / count > 0.9 && asGb / count < 0.8
}

/** With fewer characters the evidence is too thin. */
const CHARACTERS_MIN = 8
export const CHARACTERS_LOOKED_AT = 20_000
