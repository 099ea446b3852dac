import { deflateRawSync } from 'node:zlib'
import { sum } from '../../src/text/sum.ts'

interface Part {
  name: string | Uint8Array
  content: Uint8Array
}

/**
 * A ZIP archive made by hand, so that it can lie: `stated` and `packed` are written where the sizes belong, and with `overlap`
 * all parts of equal content point at the data of the last part.
 */
export function zipOf(
  parts: readonly Part[],
  lies: { stated?: number; packed?: number; overlap?: boolean } = {},
): Uint8Array {
  const chunks: Uint8Array[] = []
  const central: Uint8Array[] = []
  const known = new Map<Uint8Array, { packed: Uint8Array; offset: number }>()
  let offset = 0
  for (const { name, content } of parts) {
    const label = typeof name === 'string' ? new TextEncoder().encode(name) : name
    const seen = known.get(content)
    const packed = seen?.packed ?? deflateRawSync(content)
    const sizes = { packed: lies.packed ?? packed.length, stated: lies.stated ?? content.length, name: label.length }
    const at = lies.overlap && seen ? seen.offset : offset
    if (at === offset) {
      const local = buildHeader(30, 0x04034b50, 18, sizes)
      chunks.push(local, label, packed)
      offset += local.length + label.length + packed.length
    }
    known.set(content, { packed, offset: at })
    const entry = buildHeader(46, 0x02014b50, 20, sizes)
    new DataView(entry.buffer).setUint32(42, at, true)
    central.push(entry, label)
  }
  const size = sum(central.map((bytes) => bytes.length))
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, parts.length, true)
  end.setUint16(10, parts.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  return new Uint8Array(Buffer.concat([...chunks, ...central, new Uint8Array(end.buffer)]))
}

function buildHeader(
  length: number,
  signature: number,
  sizesAt: number,
  sizes: { packed: number; stated: number; name: number },
): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  // Deflated; the method is ten bytes before the sizes in both kinds of header.
  view.setUint16(sizesAt - 10, 8, true)
  view.setUint32(sizesAt, sizes.packed, true)
  view.setUint32(sizesAt + 4, sizes.stated, true)
  view.setUint16(sizesAt + 8, sizes.name, true)
  return new Uint8Array(view.buffer)
}
