/** Names and stated sizes of the files in a ZIP archive, from its central directory; null where it has none. */
export function listArchive(bytes: Uint8Array): { names: string[]; unpackedBytes: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const names: string[] = []
  let unpackedBytes = 0
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    unpackedBytes += view.getUint32(at + 24, true)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unpackedBytes }
}

const ENTRY = 0x02014b50
const END = 0x06054b50
/** The end record may be followed by a comment of at most 65,535 bytes. */
const COMMENT_BYTES_MAX = 65_535

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - COMMENT_BYTES_MAX)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at
  }
  return null
}
