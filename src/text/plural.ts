/** The two forms of an English noun: of one, and of any other number. */
export interface PluralForms {
  one: string
  other: string
}

const ENGLISH = new Intl.PluralRules('en')

/** The English form that goes with a number: `case` with 1, `cases` with 0, 2 and 1.5. */
export function choosePlural<T>(count: number, forms: { one: T; other: T }): T {
  return ENGLISH.select(count) === 'one' ? forms.one : forms.other
}

/** `1 file`, `2 files`: a number with its word, which takes an s unless its plural is given. */
export function pluralise(count: number, text: string, other = `${text}s`): string {
  return `${count} ${choosePlural(count, { one: text, other })}`
}

/** `1st`, `22nd`, `25th`. */
export function formatOrdinal(number: number): string {
  return `${number}${SUFFIXES.get(ORDINALS.select(number)) ?? 'th'}`
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' })
const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
])
