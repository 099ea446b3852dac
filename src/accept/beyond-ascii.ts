import { CHARACTERS_LOOKED_AT } from '../read/big5.ts'
import { RUNS_LOOKED_AT } from '../read/western.ts'
import type { ByteSource } from './file-blocks.ts'

const CHUNK_BYTES = 1 << 16

/**
 * The first bytes beyond ASCII of a source, each run of them with the byte behind it: as many as `looksLikeBig5` and
 * `looksWestern` look at, which find in them what they find in the source.
 */
export function gatherBeyondAscii(source: ByteSource): Uint8Array {
  const chunk = new Uint8Array(CHUNK_BYTES)
  const gathered: number[] = []
  let [runs, wasBeyond] = [0, false]
  for (let position = 0; ; ) {
    const count = source.read(chunk, position)
    if (count === 0) return Uint8Array.from(gathered)
    for (let at = 0; at < count; at += 1) {
      const byte = chunk[at] ?? 0
      const isBeyond = byte >= 0x80
      if (isBeyond || wasBeyond) gathered.push(byte)
      if (wasBeyond && !isBeyond) runs += 1
      wasBeyond = isBeyond
      if (runs >= RUNS_LOOKED_AT && gathered.length >= CHARACTERS_LOOKED_AT * 3) return Uint8Array.from(gathered)
    }
    position += count
  }
}
