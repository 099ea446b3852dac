import type { Contract } from '../../contracts/contract.ts'
import { nameOfUnit } from '../../text/units.ts'
import { powerOf } from './number.ts'
import { splitScale } from './quantity.ts'

/** Decimals with which a number is printed: `4.10` → 2, `99%` → 0; null where the text is no number. */
export function decimalsOf(text: string): number | null {
  const digits = /^[^\d.]*(?:[\d,，]+)?(?:[.．](\d+))?/.exec(text.normalize('NFKC').trim())
  return /\d/.test(digits?.[0] ?? '') ? (digits?.[1]?.length ?? 0) : null
}

/** Decimals of the value that a cell becomes: 95.5 % of a ratio printed as 0.955 has one, 4.1万 has minus three. */
export function countShownDecimals(
  text: string,
  { id, power }: { id: string; power: number },
  contract: Contract,
): number | null {
  const decimals = decimalsOf(text)
  if (decimals === null) return null
  const type = contract.columns[id]?.type
  const isRatio = type?.kind === 'percent' && type.as === 'ratio' && !/[%％]/.test(text)
  const scale = /千万|百万|[千万亿]/.exec(text)?.[0] ?? ''
  // 12.5万元 where 万元 are counted has one decimal, 125000元 has four.
  const unit = text.replace(/^[^\d]*[\d,.，．]+/, '').replace(scale, '')
  const own = /^\p{Script=Han}/u.test(unit) ? splitScale(nameOfUnit(contract.columns[id]?.unit ?? '')).power : 0
  return decimals - (isRatio ? 2 : 0) - power - (powerOf(scale) ?? 0) + own
}
