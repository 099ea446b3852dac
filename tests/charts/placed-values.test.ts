import { describe, expect, test } from 'vitest'
import { canvasOf } from '../../src/charts/canvas.ts'
import { tableOf } from '../../src/charts/figure-table.ts'
import { kindOf } from '../../src/charts/kind-of.ts'
import { placeValues } from '../../src/charts/placed-values.ts'
import { EXAMPLES } from './chart-examples.ts'

/** Where more is further along one way of the picture, a value that is placed at another row's place shows itself. */
const GROWS: Partial<Record<string, 'x' | 'y'>> = { line: 'y', interval: 'x', dwell: 'x', funnel: 'x' }

describe.each(Object.entries(EXAMPLES))('%s', (_, spec) => {
  test.each(['wide', 'narrow'] as const)(
    '%s: every value that is walked is a value of the table, in the picture',
    (variant) => {
      const canvas = canvasOf(variant, 'zh')
      const { height } = kindOf(spec).draw(spec, canvas)
      const { columns, rows } = tableOf(spec)
      const placed = placeValues(spec, variant, 'zh')
      const entryOf = (row: number, column: string) => rows[row]?.[columns.findIndex(({ id }) => id === column)]
      const keys = placed.map(({ row, column }) => `${column} ${row}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(placed.length).toBeGreaterThan(0)
      const shown = new Set(placed.map(({ column }) => column))
      // Whole columns: what has no value is walked too, and says why.
      const filled = [...shown].flatMap((column) =>
        rows.flatMap((_, row) => {
          const entry = entryOf(row, column)
          const isLeftOut = typeof entry !== 'object' || !('status' in entry) || entry.status === 'not-applicable'
          return isLeftOut ? [] : [`${column} ${row}`]
        }),
      )
      expect(filled.filter((key) => !keys.includes(key))).toEqual([])
      for (const { row, column, x, y } of placed) {
        expect(entryOf(row, column), `${column} ${row}`).toHaveProperty('status')
        expect([x >= 0 && x <= canvas.width, y >= 0 && y <= height]).toEqual([true, true])
      }
      const way = GROWS[spec.kind]
      if (way === undefined) return
      const known = placed.flatMap(({ row, column, ...at }) => {
        const entry = entryOf(row, column)
        const value = typeof entry === 'object' && 'status' in entry ? entry.value : null
        return value === null ? [] : [{ value, at: way === 'y' ? -at.y : at.x }]
      })
      const ordered = known.toSorted((a, b) => a.value - b.value).map(({ at }) => at)
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
    },
  )
})
