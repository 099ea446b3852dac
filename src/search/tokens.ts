/**
 * The words of a normalised text: dates whole, runs of Han characters as overlapping pairs, words and numbers.
 * `2026年10月排污许可` → `2026年10月 排污 污许 许可`
 */
export function tokenise(text: string): string[] {
  const found: string[] = []
  for (const [part] of text.matchAll(PART)) {
    if (isDate(part)) found.push(part)
    else if (HAN.test(part)) found.push(...pairHan(part))
    else found.push(...part.split('-').map(removePoint))
  }
  return [...new Set(found)]
}

/**
 * What a page's title adds to the index. Beside its tokens, the last character of each run and the shorter forms
 * of its dates, since a query is matched from the beginning of a word.
 */
export function tokeniseMetadata(text: string): string[] {
  const found: string[] = []
  for (const [part] of text.matchAll(PART)) {
    if (isDate(part)) found.push(part, ...listShorterDates(part))
    else if (HAN.test(part)) found.push(...pairHan(part), part.slice(-1))
    else found.push(...part.split('-').map(removePoint))
  }
  return [...new Set(found)]
}

export function hasHan(text: string): boolean {
  return HAN.test(text)
}

const HAN = /\p{sc=Han}/u
const DATE = String.raw`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月(?:\d{1,2}日)?`
const PART = new RegExp(
  `${DATE}|\\p{sc=Han}+|[\\p{Script=Latin}\\d]+(?:(?:[.-]|(?<=\\d),(?=\\d))[\\p{Script=Latin}\\d]+)*`,
  'gu',
)
const WHOLE_DATE = new RegExp(`^(?:${DATE})$`)

function isDate(part: string): boolean {
  return WHOLE_DATE.test(part)
}

function pairHan(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return [run]
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/** `2026年10月` → `2026年`, `10月` */
function listShorterDates(date: string): string[] {
  const month = /^(\d{4}年)(\d{1,2}月)/.exec(date)
  return month ? month.slice(1) : []
}

/** The index holds `13.75` as `1375` and `1,284` as `1284`. */
function removePoint(word: string): string {
  return word.replace(/(?<=\d)[.,](?=\d)/g, '')
}
