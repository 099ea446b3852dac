/** Traditional → simplified, and radicals → the characters they look like, one by one; the length of the text stays the same. */
export type Simplify = (text: string) => string

/**
 * One spelling for what people write in many: full-width forms, case, traditional characters, dates
 * (`2026-10`, `二〇二六年十月`, `2026 年 10 月份` → `2026年10月`) and characters set apart (`网 格 员` → `网格员`).
 */
export function normalise(text: string, simplify: Simplify = (same) => same): string {
  const folded = simplify(text.normalize('NFKC').toLowerCase().replace(INVISIBLE, '')).replace(/\s+/g, ' ').trim()
  return withDates(folded.replace(SET_APART, (run) => run.replaceAll(' ', '')))
}

/** Zero-width characters and soft hyphens, which copied text brings along. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const SET_APART = /(?<!\p{sc=Han})\p{sc=Han}(?: \p{sc=Han}(?!\p{sc=Han}))+/gu

const YEAR_IN_WORDS = /[〇零一二三四五六七八九]{4}(?=年)/g
const MONTH_IN_WORDS = /(?<![〇零一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])(?=月)/g
const YEAR_AND_MONTH =
  /(?<![\da-z.-])((?:19|20)\d\d) ?[-/.年] ?(0?[1-9]|1[0-2])(?: ?月份?|(?![\d.]))(?:[-/.]? ?(\d{1,2})(?: ?日|(?!\d)))?/g
const MONTH_ALONE = /(?<!\d)0?([1-9]|1[0-2]) ?月份?/g
const YEAR_ALONE = /(?<!\d)((?:19|20)\d\d) 年/g

function withDates(text: string): string {
  return text
    .replace(YEAR_IN_WORDS, (digits) => [...digits].map(readDigit).join(''))
    .replace(MONTH_IN_WORDS, toMonthNumber)
    .replace(YEAR_AND_MONTH, (_, year: string, month: string, day: string | undefined) => {
      const start = `${year}年${Number(month)}月`
      return day === undefined ? start : `${start}${Number(day)}日`
    })
    .replace(MONTH_ALONE, '$1月')
    .replace(YEAR_ALONE, '$1年')
}

const DIGITS = '〇一二三四五六七八九'

function readDigit(character: string): string {
  return character === '零' ? '0' : String(DIGITS.indexOf(character))
}

/** `十二` → `12` */
function toMonthNumber(words: string): string {
  if (!words.startsWith('十')) return readDigit(words)
  return words.length === 1 ? '10' : `1${readDigit(words.slice(1))}`
}
