import { expect, test } from 'vitest'
import { randomOf } from '../../scripts/demo/random.ts'
import { loadRaw, openDuckDb, queryRows } from '../../scripts/sql/duckdb.ts'
import { check } from '../../src/check/index.ts'
import { read } from '../../src/read/index.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { handOver } from '../../src/sql/hand-over.ts'
import { encodeUtf8, listSources } from '../accept/mutated-files.ts'
import { mutate } from '../accept/mutations.ts'

const FILES = 40
const REPEATS = new Set(['key-duplicate', 'row-duplicate'])

test.each(listSources().map((source) => [source.contract.id, source] as const))(
  'rows of %s that the line refuses are refused by reader or engine under the same rules',
  async (_, { contract, period, places, write }) => {
    const wanted = new Map<string, Set<string>>()
    const found = new Map<string, Set<string>>()
    const files = Array.from({ length: FILES }, (_, nth) => {
      const random = randomOf(15, `${contract.id}/${nth}`)
      const { bytes } = mutate(write(random), random, encodeUtf8)
      const file = `${nth}.csv`
      const { sheets } = read(bytes, file, contract.profile)
      for (const { level, rule, row } of check(contract, sheets, { period, places }).problems) {
        if (level === 'error' && row !== null) addTo(wanted, `${file}:${row}`, rule)
      }
      const handed = handOver(contract, sheets, { period, places })
      for (const { level, rule, row } of handed.problems) {
        if (level === 'error' && row !== null) addTo(found, `${file}:${row}`, rule)
      }
      return { file, keyScope: file, ...handed }
    })
    const { statements, faultsQuery } = compileContract(contract, { places, dialect: 'duckdb' })
    const connection = await openDuckDb()
    await loadRaw(connection, contract, files)
    for (const statement of statements) await connection.run(statement)
    for (const { file, line, faults } of await queryRows(connection, faultsQuery)) {
      for (const fault of String(faults).split(' ')) addTo(found, `${file}:${line}`, fault.replace(/:.*/, ''))
    }
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
    // Of a row that repeats a key and breaks a rule as well the reader names the first, the line the second.
    const differing = [...wanted].filter(([row, rules]) => {
      const own = found.get(row) ?? new Set()
      return [...own].every((rule) => !REPEATS.has(rule)) && [...own].sort().join() !== [...rules].sort().join()
    })
    expect(differing).toEqual([])
    expect(new Set([...found.values()].flatMap((rules) => [...rules])).size).toBeGreaterThan(RULES_MIN)
  },
)

/** A run in which hardly a rule is broken would show nothing. */
const RULES_MIN = 5

function addTo(map: Map<string, Set<string>>, key: string, rule: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(rule))
}
