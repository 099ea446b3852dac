import { formatNumber } from '../../text/format.ts'
import type { LocalText } from '../../text/local-text.ts'

const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** How far above a whole tenth a share may lie, in points; the page of methods prints these numbers. */
export const ABOUT_LIMITS = {
  /** Said as the tenth itself, from so far below it to so far above: 三成. */
  near: 0.5,
  /** 三成多 below the first, 三成半 up to the second, above it 超过三成半. */
  moreUntil: 4.5,
  halfUntil: 5.5,
  /** From here on it is almost the next: 近四成. */
  almostFrom: 7,
} as const
const { near: NEAR, moreUntil: MORE_UNTIL, halfUntil: HALF_UNTIL, almostFrom: ALMOST_FROM } = ABOUT_LIMITS

/** A percentage from 0 to 100 in tenths, as Chinese says it: 29.4 is 近三成, 30.2 三成, 32 三成多, 35 三成半, 36 超过三成半. */
export function describeAbout(percent: number): LocalText {
  const tenths = Math.floor(percent / 10)
  const rest = percent - tenths * 10
  const [own, next] = [nameTenths(tenths), nameTenths(tenths + 1)]
  const [from, to] = [formatNumber(tenths * 10, 0), formatNumber((tenths + 1) * 10, 0)]
  if (tenths === 9 && rest >= ALMOST_FROM) return { zh: '几乎全部', en: 'almost 100%' }
  if (tenths === 10) return { zh: '全部', en: '100%' }
  if (rest > 10 - NEAR) return { zh: next, en: `about ${to}%` }
  if (rest <= NEAR && tenths > 0) return { zh: own, en: `about ${from}%` }
  if (rest >= ALMOST_FROM) return { zh: `近${next}`, en: `almost ${to}%` }
  if (tenths === 0) return { zh: '不到一成', en: 'less than 10%' }
  if (rest < MORE_UNTIL) return { zh: `${own}多`, en: `more than ${from}%` }
  const half = formatNumber(tenths * 10 + 5, 0)
  return rest <= HALF_UNTIL
    ? { zh: `${own}半`, en: `about ${half}%` }
    : { zh: `超过${own}半`, en: `more than ${half}%` }
}

function nameTenths(tenths: number): string {
  return `${DIGITS[tenths]}成`
}
