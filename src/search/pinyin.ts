import { pinyin } from 'pinyin-pro'
import { PLACE_READINGS } from './place-readings.ts'

/**
 * `办结率` → `banjielv`, `banjielu`: without tones, joined, ü as both v and u since both are typed. The name of a place
 * has its official reading beside those that its characters have in words and by themselves, as people from elsewhere
 * type them: `单县` → `shanxian`, `danxian`; `番禺区` → `panyuqu`, `fanyuqu`.
 */
export function pinyinOf(text: string): string[] {
  const inWords = pinyin(text, OPTIONS)
  const readings = [readPlaces(text, inWords), inWords]
  if (PLACE.test(text)) readings.push(Array.from(text, (character) => pinyin(character, OPTIONS).join('')))
  const joined = readings.map((syllables) => syllables.join('').toLowerCase())
  return [...new Set(joined.flatMap((word) => [word, word.replaceAll('v', 'u')]))]
}

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const
/** Ends like the name of a unit that has a government or an office. */
const PLACE = /^\p{sc=Han}{1,8}(?:省|市|区|县|旗|盟|州|镇|乡|街道)$/u

/** The syllables of a text, one for each character, with those of the places in it as they are officially read. */
function readPlaces(text: string, inWords: readonly string[]): string[] {
  const syllables = [...inWords]
  for (const [name, reading] of Object.entries(PLACE_READINGS)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      syllables.splice(at, name.length, ...reading.split(' '))
    }
  }
  return syllables
}
