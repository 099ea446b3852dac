/**
 * True where bytes beyond ASCII are single among letters, as in `Café`: text of Western Europe. In Chinese encodings they come
 * in runs of two and more. Strict GB18030 accepts some of it, as characters that nobody wrote.
 */
export function looksWestern(bytes: Uint8Array, runsMin: number): boolean {
  let [runs, alone, start] = [0, 0, -1]
  for (let at = 0; at <= bytes.length && runs < RUNS_LOOKED_AT; at += 1) {
    const isBeyond = (bytes[at] ?? 0) >= 0x80
    if (isBeyond && start < 0) start = at
    if (isBeyond || start < 0) continue
    runs += 1
    if (at - start === 1 && (bytes[start] ?? 0) >= 0xa0) alone += 1
    start = -1
  }
  return runs >= runsMin && alone / runs >= ALONE_MIN
}

export const RUNS_LOOKED_AT = 2_000
const ALONE_MIN = 0.8
