import fc from 'fast-check'
import { test as plain } from 'vitest'

export { fc }

/** A test that must hold for any input; the seed is fixed, so that a failure comes again. */
export function test<T>(name: string, [arbitrary]: [fc.Arbitrary<T>], holds: (value: T) => void): void {
  plain(name, () => fc.assert(fc.property(arbitrary, holds), { seed: 20261120, numRuns: 500 }))
}
