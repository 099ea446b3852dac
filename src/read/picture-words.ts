import { unzlibSync } from 'fflate'

/**
 * The words that a picture carries beside what it shows: comments, camera data, captions, and whatever follows its end. Null
 * for bytes that are no PNG, JPEG or WebP. Words that are drawn are not among them.
 */
export function listPictureWords(bytes: Uint8Array): string[] | null {
  if (startsWith(bytes, PNG)) return listPngWords(bytes)
  if (startsWith(bytes, JPEG)) return listJpegWords(bytes)
  if (startsWith(bytes, RIFF) && nameAt(bytes, 8) === 'WEBP') return listWebpWords(bytes)
  return null
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte)
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** Chunks of a PNG (ISO/IEC 15948, 5.3): length, name, data, check. */
function listPngWords(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const words: string[] = []
  let at = PNG.length
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const name = nameAt(bytes, at + 4)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (!PNG_PIXELS.has(name)) words.push(...(name === 'zTXt' || name === 'iTXt' ? unpackText(data) : listRuns(data)))
    at += 12 + length
    if (name === 'IEND') break
  }
  return [...words, ...listRuns(bytes.subarray(at))]
}

/** Chunks of pixels and colours; every other chunk may hold words. */
const PNG_PIXELS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'iCCP',
  'bKGD',
  'pHYs',
  'hIST',
])

/** A keyword, and behind it a text that may be packed. */
function unpackText(data: Uint8Array): string[] {
  for (let at = 0; at + 2 < data.length; at += 1) {
    // 78: how zlib begins (RFC 1950).
    if (data[at] !== 0x78) continue
    try {
      return [...listRuns(data.subarray(0, at)), ...listRuns(unzlibSync(data.subarray(at)))]
    } catch {
      // The letter x: the packed text, if there is one, begins further on.
    }
  }
  return listRuns(data)
}

/** Segments of a JPEG (ITU-T T.81, B.1), and what follows the end of its picture. */
function listJpegWords(bytes: Uint8Array): string[] {
  const words: string[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== END_OF_IMAGE) {
    const marker = bytes[at + 1] ?? 0
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2) break
    const isProfile = marker === 0xe2 && nameAt(bytes, at + 4) === 'ICC_'
    if (marker >= 0xe0 && !isProfile) words.push(...listRuns(bytes.subarray(at + 4, at + 2 + length)))
    at += 2 + length
    if (marker === START_OF_SCAN) at = findEndOfScan(bytes, at)
  }
  return [...words, ...listRuns(bytes.subarray(at))]
}

/** Within a scan FF is followed by 00 or by the number of a restart; anything else begins the next segment. */
function findEndOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

/** Chunks of a WebP file (RFC 9649): name, length, data, padded to an even length. */
function listWebpWords(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const words: string[] = []
  let at = 12
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true)
    if (!/^(?:VP8[ LX]|ALPH|ANIM|ANMF)$/.test(nameAt(bytes, at)))
      words.push(...listRuns(bytes.subarray(at + 8, at + 8 + length)))
    at += 8 + length + (length % 2)
  }
  return words
}

/** Texts in bytes of unknown layout, read in each encoding that metadata has. */
function listRuns(bytes: Uint8Array): string[] {
  return ENCODINGS.flatMap((encoding) =>
    new TextDecoder(encoding)
      .decode(bytes)
      .split(NO_TEXT)
      .filter((run) => run.length >= RUN_MIN),
  )
}

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
/** Signs that no text has. */
const NO_TEXT = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]+/u
/** The shortest name has two characters. */
const RUN_MIN = 2
