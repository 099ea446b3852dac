import type { Protection } from '../contracts/count-protection.ts'
import type { ReleaseSystem } from './release-system.ts'
import type { ReleasedCell } from './released-cells.ts'

/** Kinds of which there are other numbers of people than in truth, with those numbers. */
export type Witness = readonly (readonly [kind: number, people: number])[]

/** The range of counts that are printed as this count is. */
function rangeOf(value: number, { n, base, hidesZero }: Protection): { low: number; high: number; isHidden: boolean } {
  if (value === 0 && !hidesZero) return { low: 0, high: 0, isHidden: false }
  if (value < n) return { low: hidesZero ? 0 : 1, high: n - 1, isHidden: true }
  const printed = Math.max(n, Math.floor(value / base + 0.5) * base)
  return { low: Math.max(n, printed - Math.floor(base / 2)), high: printed + Math.ceil(base / 2) - 1, isHidden: false }
}

export function hasProof(values: ReadonlySet<number>, { valuesMin }: Protection): boolean {
  return values.size >= valuesMin
}

/** How far above its value a count that is hidden beside a small one is looked for. */
export const SUPPRESSED_ABOVE = 12

/**
 * The range of a released cell; what another dataset states is its value and no other, and what is hidden beside a small count
 * is not small.
 */
export function rangeOfCell(
  { value, isExact, isSuppressed }: ReleasedCell,
  protection: Protection,
): ReturnType<typeof rangeOf> {
  if (isSuppressed) return { low: protection.n, high: value + SUPPRESSED_ABOVE, isHidden: true }
  return isExact ? { low: value, high: value, isHidden: false } : rangeOf(value, protection)
}

/**
 * Hidden cells for which the witnesses do not show enough values. Knows nothing of how they were found: it counts the people
 * of each witness cell by cell, and holds every count against what is printed. Throws where a witness is not published alike,
 * or where the true numbers do not give the true counts.
 */
export function checkWitnesses(system: ReleaseSystem, witnesses: readonly Witness[], protection: Protection): number[] {
  const { cells, people, earlier, variantOf, cellsOf } = system
  const ranges = cells.map((cell) => rangeOfCell(cell, protection))
  const seen = new Map(
    cells.flatMap(({ value }, cell) => (ranges[cell]?.isHidden ? [[cell, new Set([value])] as const] : [])),
  )
  const counts = new Float64Array(cells.length)
  for (const [kind, own] of cellsOf.entries()) {
    for (const cell of own) {
      counts[cell] = (counts[cell] ?? 0) + ((earlier[(variantOf[cell] ?? 0) - 1] ?? people)[kind] ?? 0)
    }
  }
  if (cells.some(({ value }, cell) => counts[cell] !== value)) throw new Error('people and tables do not agree')
  const add = (kind: number, by: number) => {
    for (const cell of cellsOf[kind] ?? []) counts[cell] = (counts[cell] ?? 0) + by
  }
  for (const witness of witnesses) {
    // What a witness changes is changed back after it, so that only those cells have to be looked at.
    const changes = witness.map(([kind, number]) => [kind, number - (people[kind] ?? 0)] as const)
    for (const [kind, by] of changes) {
      for (const own of [people, ...earlier]) refuseNoNumber((own[kind] ?? 0) + by)
      add(kind, by)
    }
    for (const [kind] of changes) {
      for (const cell of cellsOf[kind] ?? []) {
        const [value, range] = [counts[cell] ?? 0, ranges[cell]]
        if (!range || value < range.low || value > range.high) {
          throw new Error('a witness would be published differently')
        }
        seen.get(cell)?.add(value)
      }
    }
    for (const [kind, by] of changes) add(kind, -by)
  }
  return [...seen].flatMap(([cell, values]) => (hasProof(values, protection) ? [] : [cell]))
}

function refuseNoNumber(number: number): void {
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`no number of people: ${number}`)
}
