interface Excerpt {
  before: string
  /** What the reader looked for, whole; empty where the text does not hold it. */
  marked: string
  after: string
}

/** Characters shown on either side of what was found. */
const AROUND = 40

/**
 * A piece of text around the first occurrence of the whole phrase, or else of its longest part. `phrase` is normalised;
 * the text is compared in lower case.
 */
export function makeExcerpt(text: string, phrase: string): Excerpt {
  const clean = text.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim()
  const found = findLongest(clean.toLowerCase(), phrase)
  if (!found) return { before: cutUpTo(clean, 0, 2 * AROUND), marked: '', after: '' }
  const from = Math.max(0, found.at - AROUND)
  const end = found.at + found.length
  return {
    before: `${from > 0 ? '…' : ''}${clean.slice(from, found.at)}`,
    marked: clean.slice(found.at, end),
    after: cutUpTo(clean, end, end + AROUND),
  }
}

/** The longest part of the phrase (two characters or more, whole words) in the text, and its first position. */
function findLongest(text: string, phrase: string): { at: number; length: number } | null {
  const whole = text.indexOf(phrase)
  if (phrase !== '' && whole >= 0) return { at: whole, length: phrase.length }
  const parts = phrase.match(/\p{sc=Han}+|\d{4}年\d{1,2}月|[^\s\p{sc=Han}]+/gu) ?? []
  const longestFirst = parts.flatMap(piecesOf).sort((a, b) => b.length - a.length)
  for (const piece of longestFirst) {
    const at = text.indexOf(piece)
    if (at >= 0) return { at, length: piece.length }
  }
  return null
}

/** Han runs in every shorter piece, down to two characters; other words whole. */
function piecesOf(part: string): string[] {
  if (!/^\p{sc=Han}+$/u.test(part)) return part.length > 1 ? [part] : []
  const run = part.slice(0, RUN_MAX)
  const pieces: string[] = []
  for (let length = run.length; length >= 2; length--) {
    for (let start = 0; start + length <= run.length; start++) pieces.push(run.slice(start, start + length))
  }
  return pieces
}

/** A pasted paragraph must not make a million pieces. */
const RUN_MAX = 24

function cutUpTo(text: string, from: number, to: number): string {
  return `${text.slice(from, to)}${to < text.length ? '…' : ''}`
}
