import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LocalSearch } from '../../src/withhold/local-search.ts'
import { propagateBounds } from '../../src/withhold/propagate-bounds.ts'
import { buildSystem, isSolution } from '../../src/withhold/system.ts'
import { buildGrid, hideSmall } from './grids.ts'

test('every state that is called a solution is one, and a failed attempt changes nothing', () => {
  const grids = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(grids, fc.constantFrom(1, 5), (cells, base) => {
      const published = hideSmall(buildGrid(5, 4, cells), { n: 5, base, hiddenAtLeast: 1 })
      const system = buildSystem(published)
      propagateBounds(system)
      const search = new LocalSearch(
        system,
        system.lower.map((lower, cell) => Math.max(lower, Math.min(system.upper[cell] ?? 0, 2))),
      )
      expect(search.findSolution()).toBe(true)
      expect(isSolution(system, [...search.values])).toBe(true)
      for (const [cell, lower] of system.lower.entries()) {
        if (lower === system.upper[cell]) continue
        const before = [...search.values]
        const isReached = search.reach(cell, lower, 200)
        expect(isSolution(system, [...search.values])).toBe(true)
        expect(isReached ? search.values[cell] : [...search.values]).toEqual(isReached ? lower : before)
      }
    }),
    { numRuns: 40 },
  )
})
