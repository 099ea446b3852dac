const DIGITS = '〇一二三四五六七八九'

/** `二〇二六年十月一日` → `2026-10-01`; null for any other text. */
export function chineseDay(text: string): string | null {
  const parts =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/.exec(text)
  if (!parts) return null
  const [month, day] = [chineseNumber(parts[2] ?? ''), chineseNumber(parts[3] ?? '')]
  return `${chineseYear(parts[1] ?? '')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `十二` → 12, `3` → 3; NaN where it is no such number. */
export function chineseNumber(text: string): number {
  if (/^\d$/.test(text)) return Number(text)
  const [tens, ones, rest] = text.includes('十') ? text.split('十') : ['〇', text]
  if (rest !== undefined) return Number.NaN
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones))
}

/** `二〇二六`, `二○二六`, `2026` → 2026. */
export function chineseYear(text: string): number {
  return Number([...text].map((one) => (/\d/.test(one) ? one : digit(one))).join(''))
}

/** Years, months and days of a text in figures: 二〇二六年十月 → 2026年10月. */
export function westernDigits(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => String(chineseYear(year)))
    .replace(/(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?(?=[月日])/g, (number) =>
      number === '' ? '' : String(chineseNumber(number)),
    )
}

function digit(text: string | undefined): number {
  const value = text?.length === 1 ? DIGITS.indexOf(text.replace(/[○零]/, '〇')) : -1
  return value < 0 ? Number.NaN : value
}
