import type { LocalText } from '../../src/text/local-text.ts'

export type { LocalText }

/** One line for the terminal: Chinese first, as the clerk reads it, then English. */
export function toBilingual(text: LocalText | string): string {
  if (typeof text === 'string') return text
  return text.zh === text.en ? text.zh : `${text.zh} ${text.en}`
}
