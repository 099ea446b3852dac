import type { LocalText } from './local-text.ts'

/** Names in a row: 人口、网格事件和满意度 / population, grid cases and satisfaction. `''` where there are none. */
export function joinNames(names: readonly LocalText[]): LocalText {
  const [last, ...before] = names.toReversed()
  if (last === undefined) return { zh: '', en: '' }
  if (before.length === 0) return last
  const first = before.toReversed()
  return {
    zh: `${first.map(({ zh }) => zh).join('、')}和${last.zh}`,
    en: `${first.map(({ en }) => en).join(', ')} and ${last.en}`,
  }
}

/** The first letter in upper case: a name at the head of a sentence. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The first letter in lower case, within a sentence: `District` → `district`; `LED`, `A–D` and `PM2.5` stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text
}
