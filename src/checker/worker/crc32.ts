const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309 of bytes that come piece by piece. The browser's own hashes need HTTPS, which an intranet lacks. */
export class Crc32 {
  #register = 0xffffffff
  /** Bytes so far. */
  length = 0

  update(bytes: Uint8Array): void {
    let register = this.#register
    // By index: a typed array's iterator is many times slower over millions of bytes.
    for (let at = 0; at < bytes.length; at += 1) {
      register = (TABLE[(register ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (register >>> 8)
    }
    this.#register = register
    this.length += bytes.length
  }

  /** Of the bytes so far. */
  get value(): number {
    return (this.#register ^ 0xffffffff) >>> 0
  }
}

/** Of `123456789` it is 0xCBF43926. */
export function crc32(bytes: Uint8Array): number {
  const checksum = new Crc32()
  checksum.update(bytes)
  return checksum.value
}
