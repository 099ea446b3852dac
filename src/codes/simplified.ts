import CHARACTERS from 'opencc-js/dict/TSCharacters'

/**
 * The text in simplified characters, for looking things up only: it goes character by character, so that 乾 becomes 干
 * where it should have stayed. What is looked up in must be simplified as well; no name of record is ever rewritten.
 */
export function simplify(text: string): string {
  if (!HAN.test(text)) return text
  table ??= new Map(CHARACTERS.split('|').map((pair) => pair.split(' ') as [string, string]))
  const characters = table
  return text.replace(HAN_EACH, (character) => characters.get(character) ?? character)
}

/** OpenCC's table from traditional to simplified characters, unpacked when the first text asks for it. */
let table: ReadonlyMap<string, string> | null = null

const HAN = /\p{Script=Han}/u
const HAN_EACH = /\p{Script=Han}/gu
