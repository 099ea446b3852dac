import { Inflate } from 'fflate'

/** Packed bytes that are unpacked at a time: DEFLATE makes 1,032 bytes of one at most, so memory stays below 70 MB. */
const SLICE_BYTES = 65_536
/** A stream of this many slices that make nothing is no data; a stream that has ended long ago looks the same. */
const IDLE_SLICES_MAX = 16

/**
 * How many bytes a raw DEFLATE stream (RFC 1951) makes, without keeping them: the sizes that an archive states are
 * whatever its author wrote. Bytes after the end of the stream are ignored. Stops with the slice that passes the limit.
 * Null where the stream is broken or does not end.
 */
export function measureInflatedSize(bytes: Uint8Array, limit: number): number | null {
  let size = 0
  let idle = 0
  const inflate = new Inflate((made) => {
    size += made.length
    idle = made.length === 0 ? idle + 1 : 0
  })
  try {
    for (let at = 0; at < bytes.length && size <= limit; at += SLICE_BYTES) {
      if (idle > IDLE_SLICES_MAX) return null
      inflate.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length)
    }
  } catch {
    // The library throws on any fault of the stream; what exactly is wrong helps nobody repair a workbook.
    return null
  }
  return size
}
