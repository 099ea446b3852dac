import { sum } from '../text/sum.ts'
/** A file of an archive. */
export interface ZipEntry {
  path: string
  content: Uint8Array<ArrayBuffer>
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATE = 8
/** Names are UTF-8. */
const FLAGS = 0x0800
const VERSION = 20
/** 1980-01-01, the first day that the format knows: the same input gives the same bytes. */
const DAY = 0x0021

/** Writes a ZIP archive; the platform's own deflate makes it, in a browser as in Node. */
export async function zip(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const locals: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const { path, content } of entries) {
    const name = new TextEncoder().encode(path)
    const packed = await deflate(content)
    const sizes = [crc32(content), packed.length, content.length] as const
    const local = [
      packHeader([LOCAL, VERSION, FLAGS, DEFLATE, 0, DAY, ...sizes, name.length, 0], LOCAL_WIDTHS),
      name,
      packed,
    ]
    const fields = [CENTRAL, VERSION, VERSION, FLAGS, DEFLATE, 0, DAY, ...sizes, name.length, 0, 0, 0, 0, 0, offset]
    directory.push(packHeader(fields, CENTRAL_WIDTHS), name)
    for (const piece of local) offset += piece.length
    locals.push(...local)
  }
  const size = sum(directory.map((piece) => piece.length))
  const end = packHeader([END, 0, 0, entries.length, entries.length, size, offset, 0], END_WIDTHS)
  return new Uint8Array(await new Blob([...locals, ...directory, end]).arrayBuffer())
}

/** Bytes of each field of the three kinds of record, in the order of the format (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const LOCAL_WIDTHS = [4, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2]
const CENTRAL_WIDTHS = [4, 2, 2, 2, 2, 2, 2, 4, 4, 4, 2, 2, 2, 2, 2, 4, 4]
const END_WIDTHS = [4, 2, 2, 2, 2, 4, 4, 2]

function packHeader(values: readonly number[], widths: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sum(widths))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [index, width] of widths.entries()) {
    const value = values[index] ?? 0
    if (width === 4) view.setUint32(at, value, true)
    else view.setUint16(at, value, true)
    at += width
  }
  return bytes
}

async function deflate(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309: of `123456789` it is 0xCBF43926. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  // By index: a typed array's iterator is many times slower over the millions of bytes of a great sheet.
  for (let at = 0; at < bytes.length; at += 1) {
    value = (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8)
  }
  return (value ^ 0xffffffff) >>> 0
}
