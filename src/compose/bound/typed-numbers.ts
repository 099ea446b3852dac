import type { Lang } from '../../text/local-text.ts'

/** A number that somebody typed into prose. */
export interface TypedNumber {
  text: string
  /** Counted from 1. */
  column: number
  /** What it says, in its unit; null where words say it only about: 近三成. */
  value: number | null
  isPercent: boolean
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** What is no figure of data: dates, numbers of documents and standards, headings, ages and methods in names. */
const NO_FIGURES: readonly RegExp[] = [
  /[〔[（(]\d{4}[〕\]）)]\s?\d+号?/g,
  /\d{4}年(?:度|末|初|底|上半年|下半年|第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日)?)?/g,
  /\d{1,2}(?:[—–-]\d{1,2})?月(?:\d{1,2}日)?/g,
  /\d{1,2}日/g,
  /[〇一二三四五六七八九]{4}年/g,
  /(?<![〇一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月(?:[一二三四五六七八九十]{1,3}日)?/g,
  /第?[一二三四]季度/g,
  /\b\d{4}-(?:\d{2}(?:-\d{2})?|Q[1-4]|W\d{2})\b/g,
  new RegExp(`\\b\\d{1,2} (?:${MONTHS})(?: \\d{4})?\\b|\\b(?:${MONTHS})(?: \\d{1,2},)?(?: \\d{4})?\\b`, 'g'),
  /\bQ[1-4](?: \d{4})?\b/g,
  /\b(?:19|20)\d{2}\b(?!\s?(?:%|件|人|张|个|万|cases|people|permits))/g,
  /\b(?:GB|HJ|ISO|RFC|WCAG|CC BY|PDF\/UA)[/A-Z]*[ -]?[\d.]+(?:[—-]\d{4})?/g,
  /\b(?:Chromium|Firefox|Safari|Windows)\s[\d.]+(?:(?:、|\s?(?:至|和|到|to|and|or)\s?)[\d.]+)*/g,
  /第[\d〇一二三四五六七八九十百]+(?:期|号|条|款|章|节|版|届|次全)/g,
  /\bNo\. ?\d+/g,
  /^\s*(?:#+\s*)?[一二三四五六七八九十]+、/g,
  /^\s*(?:#+\s*)?\d+[.)]\s/g,
  /12345(?:热线)?/g,
  /\bper 10*(?:,000)*\b|\b\d+th percentiles?|\b\d+(?:st|nd|rd|th) of each month/g,
  /\d+(?:、\d+)*(?:岁及以上|[至—–-]\d+岁|岁以上|岁口径)|\bfrom age \d+|\baged \d+(?:(?:, \d+)* and \d+)?(?: and over|\+)?|\b\d+(?: and over|\+)(?!\w)|\b\d+[–-]\d+(?= year)/g,
  /95%\s?(?:威尔逊)?(?:置信)?区间|95% (?:Wilson )?(?:confidence )?intervals?/g,
]

const DIGITS = /\d[\d,]*(?:\.\d+)?\s?(?:[%％‰]|个?百分点|万|亿)?/g

/** Chinese numerals with what is counted; 一 alone counts nothing: 一个, 一般, 统一. */
const COUNTED = '成|倍|半|折|个百分点|个|件|人|张|次|家|天|日|周|年|区|项|处|起|户|名|位|点|种|类|分|小时|分钟|街道'
const HAN =
  /[二三四五六七八九]分之[一二三四五六七八九]|百分之[零〇一二两三四五六七八九十百点]+|[近约超逾不到过]{0,2}[零〇一二两三四五六七八九十百千万亿]{2,}(?:多|余|几)?(?:分之[一二三四五六七八九十]+)?|[近约超逾过]?(?:[二两三四五六七八九十百千万半数几](?:多|余|几)?(?:COUNTED)|一(?:成|倍|半|件|张|户|起|人)(?!共|些|样|般|次性)|翻番|翻一番|翻两番|过半)/
const HAN_NUMBERS = new RegExp(HAN.source.replace('COUNTED', COUNTED), 'g')

/** Two and more numerals that count nothing. */
const HAN_WORDS =
  /第?[〇一二三四五六七八九十]*百分(?:位|点|比|制)数?|百分数|十分|万一|千万别|千千万万|三三两两|一一|七七八八|四面八方|五花八门|一二线|百分点|千家万户|成千上万|一五一十/g

const ENGLISH =
  /\b(?:(?:two|three) (?:thirds|quarters)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|hundred|thousand|million|dozen|half of|a (?:third|quarter|fifth|tenth) of|double[ds]?|doubling|twice|thrice|trebled|tripled|halved)\b/gi

/** Typed numbers of one line of prose. `allowed` are phrases that the writer has stated to be no figures. */
export function findTypedNumbers(line: string, lang: Lang, allowed: readonly string[]): TypedNumber[] {
  let text = line
  for (const phrase of allowed) text = text.replaceAll(phrase, ' '.repeat(phrase.length))
  for (const pattern of NO_FIGURES) text = text.replace(pattern, (found) => ' '.repeat(found.length))
  const found = [...text.matchAll(DIGITS)].map((match) => readDigits(match[0], match.index))
  if (lang === 'en') {
    const words = [...text.matchAll(ENGLISH)].map((match) => readWords(match[0], match.index))
    return [...found, ...words].toSorted((a, b) => a.column - b.column)
  }
  const plain = text
    .replace(DIGITS, (digits) => ' '.repeat(digits.length))
    .replace(HAN_WORDS, (word) => ' '.repeat(word.length))
  const words = [...plain.matchAll(HAN_NUMBERS)].map((match) => readHan(match[0], match.index))
  return [...found, ...words].toSorted((a, b) => a.column - b.column)
}

function readDigits(text: string, index: number): TypedNumber {
  const trimmed = text.trimEnd()
  const factor = { 亿: 1e8, 万: 1e4 }[trimmed.slice(-1)] ?? 1
  const value = Number(trimmed.replaceAll(/[^\d.]/g, '')) * factor
  return { text: trimmed, column: index + 1, value, isPercent: /[%％]$/.test(trimmed) }
}

function readWords(text: string, index: number): TypedNumber {
  return { text, column: index + 1, value: null, isPercent: false }
}

const NUMERALS = '零一二三四五六七八九'
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

function readHan(text: string, index: number): TypedNumber {
  const exact = /^(?:百分之)?([零〇一二两三四五六七八九十百千万]+)(成)?(?!多|余|几)/.exec(text)
  const isPercent = text.startsWith('百分之') || text.includes('成')
  const value = exact && !/^[近约超逾不过]/.test(text) && !text.includes('分之') ? parseHan(exact[1] ?? '') : null
  const scaled = value !== null && exact?.[2] === '成' ? value * 10 : value
  return { text, column: index + 1, value: scaled, isPercent }
}

/** 一千零六十五 is 1065. */
function parseHan(text: string): number {
  let [total, section, digit] = [0, 0, 0]
  for (const char of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const power = POWERS[char]
    if (char === '万') {
      total += (section + digit) * 1e4
      section = 0
      digit = 0
    } else if (power === undefined) digit = NUMERALS.indexOf(char)
    else {
      section += (digit === 0 ? 1 : digit) * power
      digit = 0
    }
  }
  return total + section + digit
}
