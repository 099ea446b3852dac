import type { Contract } from './contract.ts'

type Frequency = Contract['frequency']

/** How a period of each frequency is written. */
export const PERIOD_SHAPES: Record<Frequency, { pattern: RegExp; shape: string }> = {
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, shape: 'YYYY-MM' },
  quarter: { pattern: /^\d{4}-Q[1-4]$/, shape: 'YYYY-Q1 … YYYY-Q4' },
  year: { pattern: /^\d{4}$/, shape: 'YYYY' },
  occasional: { pattern: /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/, shape: 'YYYY | YYYY-MM | YYYY-Q1' },
}

/** True for a period as the files of this contract bear it. */
export function isPeriod(period: string | null, { frequency }: Pick<Contract, 'frequency'>): period is string {
  return period !== null && PERIOD_SHAPES[frequency].pattern.test(period)
}
