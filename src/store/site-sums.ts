/**
 * The list of a site's files with their hashes, as `sha256sum -c SHA256SUMS` reads it: `<SHA-256>  <path>`, two spaces
 * between them, sorted by path. It names every file but itself.
 */
export const SUMS = 'SHA256SUMS'

/** `hashes`: SHA-256 by path. */
export function renderSums(hashes: ReadonlyMap<string, string>): string {
  return [...hashes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('')
}

/** Hashes by path; null at the first line that is none. */
export function parseSums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
    if (hash === undefined || path === undefined || sums.has(path)) return null
    sums.set(path, hash)
  }
  return text.endsWith('\n') ? sums : null
}

/** True for pages that name the head of the log: all but those for other people’s pages, of which some must never change. */
export function isStamped(path: string): boolean {
  return path.endsWith('.html') && !/^(?:en\/)?embed\//.test(path)
}

/** What is in the footer of a page before the head of the log is put in: no byte of a page depends on it till then. */
const EMPTY = '<code data-log-head></code>'
const STAMPED = /<code data-log-head>([0-9a-f]{64})<\/code>/

/** The page with the head of the log in its footer, in UTF-8. Throws where it has no place for it. */
export function stampHead(html: Uint8Array, head: string): Uint8Array {
  const page = Buffer.from(html.buffer, html.byteOffset, html.byteLength)
  // The footer is at the end, and what is ASCII in UTF-8 needs no decoding.
  const at = page.lastIndexOf(EMPTY)
  if (at < 0) throw new Error('store: a page without a place for the head of the log')
  return Buffer.concat([
    page.subarray(0, at),
    Buffer.from(`<code data-log-head>${head}</code>`),
    page.subarray(at + EMPTY.length),
  ])
}

/** The head that a page prints; null where it prints none. */
export function findStampedHead(html: string): string | null {
  return STAMPED.exec(html)?.[1] ?? null
}
