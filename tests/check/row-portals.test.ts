import { describe, expect, test } from 'vitest'
import { listFindings, runCase } from './portal-cases.ts'

/** Figures of one published table, by the key of each row. */
const figuresOf = (result: Awaited<ReturnType<typeof runCase>>, table: string, measure: string) =>
  Object.fromEntries(
    result.tables
      .filter((sourced) => sourced.table.table === table)
      .flatMap(({ table: { rows } }) => rows)
      .map((row) => [Object.values(row.key).join(' '), row.cells[measure]?.value]),
  )

describe('a sum under any of its labels is counted once', () => {
  test.each(['total-label-counted-twice-kuohao-heji', 'total-label-counted-twice-zongji-Total'])('%s', async (name) => {
    const result = await runCase(name)
    expect(listFindings(result)).toEqual(['note rows-taken-out@4'])
    expect(figuresOf(result, 't', 'n')).toEqual({ all: 30 })
  })
})
