import type { TableSpec } from './contract.ts'

/**
 * The measure of a table that its identities declare to be the sum of some others, such as "satisfied" of A and B;
 * undefined where none is. Counts that are rounded one by one need not add up to it, so what is said of the sum is
 * read from it.
 */
export function findSumMeasure(spec: TableSpec, parts: readonly string[]): string | undefined {
  const isOfParts = (plus: readonly string[]) =>
    plus.length === parts.length && plus.every((measure) => parts.includes(measure))
  const sums = (spec.identities ?? []).flatMap((identity) =>
    identity.kind === 'balance' && identity.minus.length === 0 && isOfParts(identity.plus) ? [identity.equals] : [],
  )
  return sums[0]
}
