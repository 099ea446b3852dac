const DIGITS = [...'〇一二三四五六七八九']

/** A month as the head of a gazette writes it: `2026-10` → 二〇二六年十月. */
export function formatChineseMonth(month: string): string {
  const [year, number] = month.split('-') as [string, string]
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${nameOfMonth(Number(number))}`
}

/** The month alone: 10 → 十月, 12 → 十二月. */
export function nameOfMonth(number: number): string {
  return `${nameOfNumber(number)}月`
}

/** 1 → 一, 12 → 十二, 23 → 二十三; from 1 to 99. */
export function nameOfNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones === 0 ? '' : DIGITS[ones]}`
}
