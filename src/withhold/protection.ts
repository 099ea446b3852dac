/**
 * What is promised of a hidden cell, for all that is printed: that its value can be at most `low` and can be at least `high`,
 * or that it can be any of so many values. With `below`, the latter is promised only of a count between 1 and `below` - 1:
 * whoever knows that it is none of them knows of no small group.
 */
export type Protection = { low: number; high: number } | { values: number; below?: number }

/** Of a cell that may have been hidden beside a small one: it may be at most 1, and `n` or more. */
export function protectWide(n: number): Protection {
  return { low: 1, high: n }
}

/** True of a count of which nothing is promised, since it is nobody or not small. */
export function isHarmless(value: number, below: number): boolean {
  return value >= below || (value === 0 && Number.isFinite(below))
}
