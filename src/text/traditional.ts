import { ConverterBuilder, CustomConverter } from 'opencc-js/core'
import * as preset from 'opencc-js/preset/cn2t'
import { REGIONAL_WORDS } from './regional-words.ts'

/** Converts a text; the same text is converted once. */
export type ToTraditional = (text: string) => string

/**
 * A converter from simplified to Traditional Chinese as it is written in Taiwan: phrase by phrase by OpenCC, then the words of
 * the region and its quotation marks. `names` stay as they are wherever a text has them, the longest first; so do titles in 《》 and numbers of
 * documents (云政发〔2026〕3号).
 */
export function openTraditional(names: Iterable<string>): ToTraditional {
  const convert = ConverterBuilder(preset)({ from: 'cn', to: 'tw' })
  const replaceWords = CustomConverter(REGIONAL_WORDS.map(([from, to]) => [convert(from), to]))
  const convertPart = (part: string) => replaceWords(convert(part)).replaceAll('“', '「').replaceAll('”', '」')
  const kept = patternOf([...new Set(names)].filter((name) => name.length > 1 && convert(name) !== name))
  const known = new Map<string, string>()
  const convertText = (text: string): string => {
    let converted = ''
    let at = 0
    for (const { 0: name, index } of text.matchAll(kept)) {
      converted += convertPart(text.slice(at, index)) + name
      at = index + name.length
    }
    return converted + convertPart(text.slice(at))
  }
  return (text) => {
    if (!CONVERTED.test(text)) return text
    const found = known.get(text) ?? convertText(text)
    known.set(text, found)
    return found
  }
}

const CONVERTED = /[\p{Script=Han}“”]/u
const TITLE = '《[^《》]*》'
/** The code of an office before the year: Han characters that no punctuation or blank interrupts. */
const DOCUMENT_NUMBER = String.raw`\p{Script=Han}{2,8}〔\d{4}〕\d+号`

/** Of two names that begin alike, the longer is tried first. */
function patternOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const escaped = longestFirst.map((name) => name.replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`))
  return new RegExp([TITLE, DOCUMENT_NUMBER, ...escaped].join('|'), 'gu')
}
