/**
 * Six hexadecimal digits of a datum (FNV-1a, 32 bits folded to 24), by which a person accepts it in `exceptions.csv`
 * without writing it there. Some six thousand telephone numbers share each value, so that it leads back to none.
 */
export function hashDatum(datum: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(datum)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(16).padStart(6, '0')
}
