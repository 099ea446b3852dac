import { Converter } from 'opencc-js/t2cn'
import { foldRadicals } from '../text/radicals.ts'
import { encodeMap } from './simplify.ts'

/**
 * The map that the browser loads, made from OpenCC and of the radicals that NFKC leaves, which PDFs bring along. Only characters whose simplified form is one of the 6,763 of
 * GB 2312: the rest would double its size, and no page writes them.
 */
export function buildSimplifiedMap(): string {
  const convert = Converter({ from: 't', to: 'cn' })
  const common = charactersOfGb2312()
  const pairs: [string, string][] = []
  for (let point = FIRST_RADICAL; point <= LAST_HAN; point++) {
    const character = String.fromCodePoint(point)
    const simplified = convert(foldRadicals(character))
    if (simplified !== character && common.has(simplified)) pairs.push([character, simplified])
  }
  return encodeMap(pairs)
}

const FIRST_RADICAL = 0x2e80
const LAST_HAN = 0x9fff

/** Rows 16 to 87 of the standard hold its Han characters. */
function charactersOfGb2312(): Set<string> {
  const decoder = new TextDecoder('gb18030')
  const characters = new Set<string>()
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) characters.add(decoder.decode(Uint8Array.of(row, cell)))
  }
  return characters
}
