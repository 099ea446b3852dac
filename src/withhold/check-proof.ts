import type { Protection } from '../contracts/count-protection.ts'
import type { ReleaseSystem } from './release-system.ts'

/** Kinds of which there are other numbers of people than in truth, with those numbers. */
export type Witness = readonly (readonly [kind: number, people: number])[]

/** The range of counts that are printed as this count is. */
export function rangeOf(
  value: number,
  { n, base, hidesZero }: Protection,
): { low: number; high: number; isHidden: boolean } {
  if (value === 0 && !hidesZero) return { low: 0, high: 0, isHidden: false }
  if (value < n) return { low: hidesZero ? 0 : 1, high: n - 1, isHidden: true }
  const printed = Math.max(n, Math.floor(value / base + 0.5) * base)
  return { low: Math.max(n, printed - Math.floor(base / 2)), high: printed + Math.ceil(base / 2) - 1, isHidden: false }
}

export function hasProof(values: ReadonlySet<number>, { valuesMin }: Protection): boolean {
  return values.size >= valuesMin
}

/**
 * Hidden cells for which the witnesses do not show enough values. Knows nothing of how they were found: it counts the people
 * of each witness cell by cell, and holds every count against what is printed. Throws where a witness is not published alike,
 * or where the true numbers do not give the true counts.
 */
export function checkWitnesses(system: ReleaseSystem, witnesses: readonly Witness[], protection: Protection): number[] {
  const { cells, people, cellsOf } = system
  const ranges = cells.map(({ value }) => rangeOf(value, protection))
  const seen = new Map(ranges.flatMap(({ isHidden }, cell) => (isHidden ? [[cell, new Set<number>()] as const] : [])))
  const truth = new Float64Array(cells.length)
  const count = (counts: Float64Array, kind: number, by: number) => {
    for (const cell of cellsOf[kind] ?? []) counts[cell] = (counts[cell] ?? 0) + by
  }
  for (const [kind, number] of people.entries()) count(truth, kind, number)
  if (cells.some(({ value }, cell) => truth[cell] !== value)) throw new Error('people and tables do not agree')
  for (const witness of [[], ...witnesses]) {
    const counts = truth.slice()
    for (const [kind, number] of witness) {
      if (!Number.isSafeInteger(number) || number < 0) throw new Error(`no number of people: ${number}`)
      count(counts, kind, number - (people[kind] ?? 0))
    }
    for (const [cell, { low, high }] of ranges.entries()) {
      const value = counts[cell] ?? 0
      if (value < low || value > high) throw new Error('a witness would be published differently')
      seen.get(cell)?.add(value)
    }
  }
  return [...seen].flatMap(([cell, values]) => (hasProof(values, protection) ? [] : [cell]))
}
