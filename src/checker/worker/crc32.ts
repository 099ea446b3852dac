const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of ISO 3309: of `123456789` it is 0xCBF43926. The browser's own hashes need HTTPS, which an intranet lacks. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  // By index: a typed array's iterator is many times slower over millions of bytes.
  for (let at = 0; at < bytes.length; at += 1) {
    value = (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8)
  }
  return (value ^ 0xffffffff) >>> 0
}
