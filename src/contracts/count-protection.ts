import type { Contract } from './contract.ts'

/** How counts of people are printed: class P for persons, S for what the law calls sensitive. */
export interface Protection {
  /** A count below this is small, and hidden. */
  n: number
  /** The rest is rounded to the nearest multiple of this, half up, and at least to `n`. */
  base: number
  /** Zero is hidden as a small count is. */
  hidesZero: boolean
  /** A rate is printed only over a printed denominator of this size. */
  denominatorMin: number
  /** Over a smaller denominator, a rate is printed between 5 and 95 % only, with `≤` and `≥` at the ends. */
  endsBelow: number
  /** So many values must be possible for each hidden cell. */
  valuesMin: number
}

const PERSONS: Protection = {
  n: 5,
  base: 5,
  hidesZero: false,
  denominatorMin: 50,
  endsBelow: 1000,
  valuesMin: 3,
}

const SENSITIVE: Protection = {
  n: 10,
  base: 10,
  hidesZero: true,
  denominatorMin: 100,
  endsBelow: Number.POSITIVE_INFINITY,
  valuesMin: 5,
}

/** How the counts of a dataset are printed; null where they are printed exactly. */
export function protectionOf({ class: kind, exact }: Pick<Contract, 'class' | 'exact'>): Protection | null {
  if (kind === 'S') return SENSITIVE
  return kind === 'P' && exact !== true ? PERSONS : null
}

/** How the counts of a table about people are printed, as its readers know. */
export interface CountPrinting extends Pick<Protection, 'n' | 'base' | 'hidesZero' | 'valuesMin'> {
  /** Printed exactly: what is hidden may be any count, since large counts are hidden beside small counts. */
  isExact?: boolean
}

/** How the counts of a dataset are printed, exactly or not; null where it is about things. */
export function countPrintingOf(contract: Pick<Contract, 'class' | 'exact'>): CountPrinting | null {
  const small = smallCountsOf(contract)
  if (small === null) return null
  const { n, base, hidesZero, valuesMin } = small
  return protectionOf(contract)
    ? { n, base, hidesZero, valuesMin }
    : { n, base: 1, hidesZero, valuesMin, isExact: true }
}

/**
 * The true counts that are printed as this number, `[8, 12]` for 10 rounded to 5; null stands for a hidden count. What the rule
 * never prints was published before there was one, and is exact.
 */
export function rangeOfPrinted(
  printed: number | null,
  { n, base, hidesZero, isExact }: Omit<CountPrinting, 'valuesMin'>,
): [low: number, high: number] {
  if (printed === null) return [hidesZero ? 0 : 1, isExact ? Number.POSITIVE_INFINITY : n - 1]
  const isRounded = printed >= n && (printed === n || printed % base === 0)
  if (!isRounded) return [printed, printed]
  return [Math.max(n, printed - Math.floor(base / 2)), printed + Math.ceil(base / 2) - 1]
}

/** The rule of a class, exact or not: what counts as small. */
export function smallCountsOf({ class: kind }: Pick<Contract, 'class'>): Protection | null {
  if (kind === 'O') return null
  return kind === 'S' ? SENSITIVE : PERSONS
}
