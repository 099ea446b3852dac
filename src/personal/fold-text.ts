import { removeInvisible } from '../text/invisible.ts'

/** A text in which one number has one spelling, and where each of its characters was in the text as received. */
interface FoldedText {
  text: string
  /** Index in the received text, by index in `text`. */
  at: readonly number[]
}

/**
 * Undoes what hides a number from a pattern: full width, circled and mathematical digits (NFKC), invisible characters,
 * Chinese numerals in a run, a dozen dashes and dots. Letters become upper case.
 */
export function foldText(raw: string): FoldedText {
  const at: number[] = []
  if (PLAIN.test(raw)) return { text: raw.toUpperCase(), at: Array.from(raw, (_, index) => index) }
  let text = ''
  let index = 0
  for (const character of raw) {
    const folded = foldCharacter(character)
    for (const part of folded) for (let unit = 0; unit < part.length; unit += 1) at.push(index)
    text += folded
    index += character.length
  }
  return { text: foldNumerals(text), at }
}

/** True of a text that no folding makes a number of: it has an ideograph that is no numeral. */
export function isWords(raw: string): boolean {
  return WORD.test(raw)
}

function foldCharacter(character: string): string {
  if (character >= '\u4e00' && character <= '\u9fff') return character
  if (character >= '\u0080' && removeInvisible(character) === '') return ''
  const known = SAME.get(character)
  if (known !== undefined) return known
  return character < '\u0080' ? character.toUpperCase() : character.normalize('NFKC').toUpperCase()
}

/** ASCII without ~ needs no more than upper case. */
const PLAIN = /^[ -}]*$/

const SAME = new Map<string, string>([
  ...[...'‐‑‒–—―−﹘﹣－ー～~'].map((dash): [string, string] => [dash, '-']),
  ...[...'・•‧∙⋅'].map((dot): [string, string] => [dot, '·']),
  ...[...'＊●■▇█※'].map((mark): [string, string] => [mark, '*']),
  // Letters that pass for the X at the end of a resident number.
  ...[...'×хХΧχ'].map((letter): [string, string] => [letter, 'X']),
])

/** Fewer numerals than a local telephone number has are a date, a count or a name. */
const NUMERALS_MIN = 7
const NUMERAL = '〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖'
const DIGIT_OF = new Map([...NUMERAL].map((numeral, index) => [numeral, '0001234567891123456789'[index] ?? '']))
const NUMERAL_RUN = new RegExp(`[0-9${NUMERAL}](?:[ ·.-]?[0-9${NUMERAL}]){${NUMERALS_MIN - 1},}`, 'g')
const WORD = new RegExp(`(?![${NUMERAL}])[\u4e00-\u9fff]`)
const ONE_NUMERAL = new RegExp(`[${NUMERAL}]`, 'g')

/** 一三八零零… → 13800…, each numeral by one digit, so that positions stay. */
function foldNumerals(text: string): string {
  return text.replace(NUMERAL_RUN, (run) => run.replace(ONE_NUMERAL, (numeral) => DIGIT_OF.get(numeral) ?? numeral))
}
