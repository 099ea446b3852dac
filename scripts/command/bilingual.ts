import type { Words } from '../../src/text/local-text.ts'

export type { Words }

/** One line for the terminal: Chinese first, as the clerk reads it, then English. */
export function text(words: Words | string): string {
  if (typeof words === 'string') return words
  return words.zh === words.en ? words.zh : `${words.zh} ${words.en}`
}
