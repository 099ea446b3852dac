const DIGITS = [...'〇一二三四五六七八九']

/** A month as the head of a gazette writes it: `2026-10` → 二〇二六年十月. */
export function formatChineseMonth(month: string): string {
  const [year, number] = month.split('-') as [string, string]
  return `${[...year].map((digit) => DIGITS[Number(digit)]).join('')}年${nameOfMonth(Number(number))}`
}

/** The month alone: 10 → 十月, 12 → 十二月. */
export function nameOfMonth(number: number): string {
  const ones = number % 10 === 0 ? '' : DIGITS[number % 10]
  return `${number >= 10 ? '十' : ''}${ones}月`
}
