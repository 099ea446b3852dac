import { sha256 } from './disk.ts'
import type { Release } from './published-tables.ts'
import { ReleaseError } from './release-error.ts'

/**
 * The hash of every line of the log, a line a release: `8 2026-11-23 <SHA-256>`. The log alone cannot show whether its
 * last line is as it was written, or whether one came after it, since no line holds its hash.
 */
export const HEADS = 'heads.txt'

/** Ends the line of a release that is being written: the log may have its line already, or not yet. */
const PENDING = ' pending'

/** What `heads.txt` says of a log; `pending` while the last of its releases is being written. */
export function renderHeads(
  lines: readonly string[],
  releases: readonly Pick<Release, 'release' | 'date'>[],
  pending = false,
): string {
  const last = releases.length - 1
  return releases
    .map(({ release, date }, index) => {
      const mark = pending && index === last ? PENDING : ''
      return `${release} ${date} ${sha256(lines[index] ?? '')}${mark}\n`
    })
    .join('')
}

/**
 * Holds the log against `heads.txt`. A process that was killed while it published leaves the line of its release marked
 * as pending. Logs of versions that did not write the file may lack it. Throws `ReleaseError`.
 */
export function checkHeads(heads: string | null, lines: readonly string[], releases: readonly Release[]): void {
  if (heads === null) {
    if (releases.at(-1)?.tool === undefined) return
    throw new ReleaseError('published-file-missing', HEADS)
  }
  const expected = renderHeads(lines, releases)
  if (heads === expected || (releases.length > 0 && heads === renderHeads(lines, releases, true))) return
  const rest = heads.startsWith(expected) ? heads.slice(expected.length) : ''
  if (UNFINISHED.test(rest) && rest.startsWith(`${releases.length + 1} `)) return
  const [found, wanted] = [heads.split('\n'), expected.split('\n')]
  const line = wanted.findIndex((text, index) => text !== found[index])
  throw new ReleaseError('release-heads-differ', HEADS, { params: { line: line + 1 } })
}

const UNFINISHED = /^\d+ \d{4}-\d{2}-\d{2} [0-9a-f]{64} pending\n$/
