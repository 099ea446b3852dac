const DIGITS = '〇一二三四五六七八九'

/** `二〇二六年十月一日` → `2026-10-01`; null for any other text. */
export function readChineseDay(text: string): string | null {
  const parts =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/.exec(text)
  if (!parts) return null
  const [month, day] = [readChineseNumber(parts[2] ?? ''), readChineseNumber(parts[3] ?? '')]
  return `${readChineseYear(parts[1] ?? '')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `十二` → 12, `3` → 3; NaN where it is no such number. */
export function readChineseNumber(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  const [tens, ones, rest] = text.includes('十') ? text.split('十') : ['〇', text]
  if (rest !== undefined) return Number.NaN
  return (tens === '' ? 1 : readDigit(tens)) * 10 + (ones === '' ? 0 : readDigit(ones))
}

/** `二〇二六`, `二○二六`, `2026` → 2026. */
export function readChineseYear(text: string): number {
  return Number([...text].map((character) => (/\d/.test(character) ? character : readDigit(character))).join(''))
}

/** Years, months and days of a text in figures: 二〇二六年十月 → 2026年10月. */
export function toWesternDigits(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => String(readChineseYear(year)))
    .replace(/(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?(?=[月日])/g, (number) =>
      number === '' ? '' : String(readChineseNumber(number)),
    )
}

function readDigit(text: string | undefined): number {
  const value = text?.length === 1 ? DIGITS.indexOf(text.replace(/[○零]/, '〇')) : -1
  return value < 0 ? Number.NaN : value
}
