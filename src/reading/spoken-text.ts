import type { Lang } from '../text/local-text.ts'

/** Signs as they are said; a voice reads many of them as nothing, or as other signs. */
const SAID: Record<Lang, readonly (readonly [RegExp, string])[]> = {
  zh: [
    [/(\d{4})-(\d\d)-(\d\d)/g, '$1年$2月$3日'],
    // A voice may take thousands apart for a list of numbers.
    [/(\d),(?=\d{3})/g, '$1'],
    [/([\d%‰])\s*[—–]\s*(?=\d)/g, '$1到'],
    [/[−](?=\d)/g, '负'],
    [/(\d+(?:\.\d+)?)%/g, '百分之$1'],
    [/(\d+(?:\.\d+)?)‰/g, '千分之$1'],
    [/\s*÷\s*/g, '除以'],
    [/\s*×\s*/g, '乘以'],
    [/\s*=\s*/g, '等于'],
    [/≤\s*/g, '不高于'],
    [/≥\s*/g, '不低于'],
  ],
  en: [
    [/([\d%‰])\s*[—–]\s*(?=\d)/g, '$1 to '],
    [/[−](?=\d)/g, 'minus '],
    [/‰/g, ' per thousand'],
    [/\s*÷\s*/g, ' divided by '],
    [/\s*×\s*/g, ' times '],
    [/≤\s*/g, 'at most '],
    [/≥\s*/g, 'at least '],
  ],
}

/**
 * A paragraph as sentences for a voice, numbers and units in words. They are short, since some browsers fall silent within a
 * long text.
 */
export function splitSentences(text: string, lang: Lang): string[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  const sentences = plain.match(/.+?(?:[。！？；]+|[.!?;](?=\s|$)|$)/g) ?? []
  return sentences.map((sentence) => sayNumbers(sentence.trim(), lang)).filter((sentence) => sentence !== '')
}

function sayNumbers(text: string, lang: Lang): string {
  let said = text
  for (const [sign, words] of SAID[lang]) said = said.replace(sign, words)
  return said
}

/**
 * The voice for a text in a language, `zh-CN`: of that region, else of the language; undefined where the browser has none. Some
 * systems write `zh_CN`.
 */
export function findVoice<T extends { lang: string }>(voices: readonly T[], lang: string): T | undefined {
  const wanted = lang === 'zh-Hant' ? 'zh-TW' : lang
  const isOf = (voice: T, tag: string) => voice.lang.replace('_', '-').toLowerCase().startsWith(tag.toLowerCase())
  return voices.find((voice) => isOf(voice, wanted)) ?? voices.find((voice) => isOf(voice, wanted.slice(0, 2)))
}
