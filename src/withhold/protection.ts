/**
 * What is promised of a hidden cell: its value can lie in at least `needed` of these ranges, for all that is printed.
 * `[0, 1]` and `[5, ∞]`, both: a cell hidden below 5 may be at most 1 and may be 5 or more. `[1, 1]` to `[4, 4]`, three of
 * them: a cell known to be 1 to 4 may be any of three.
 */
export interface Protection {
  ranges: readonly (readonly [from: number, to: number])[]
  needed: number
}

/** Of a cell that may have been hidden beside a small one: it may be at most 1, and `n` or more. */
export function protectWide(n: number): Protection {
  const ranges = [
    [0, 1],
    [n, Number.POSITIVE_INFINITY],
  ] as const
  return { ranges, needed: 2 }
}

/** Of a cell whose values are known to be `from` to `to`: it may be any of `needed` of them. */
export function protectAmong(from: number, to: number, needed: number): Protection {
  return { ranges: Array.from({ length: to - from + 1 }, (_, at) => [from + at, from + at] as const), needed }
}
