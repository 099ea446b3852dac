import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import ledger from '../../data/contracts/ledger.ts'
import { openDuckDbEngine } from '../../scripts/sql/duckdb.ts'
import type { Contract } from '../../src/contracts/contract.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkReading } from '../../src/line/check-reading.ts'
import { read } from '../../src/read/index.ts'
import { handOver } from '../../src/sql/hand-over.ts'
import { readTables } from '../../src/sql/read-tables.ts'
import { placesOf } from '../portal/list-texts.ts'
import { splitFile } from './reader-shares.ts'

const { places } = placesOf(readFileSync('data/places.csv', 'utf8'))
const FILES_MAX = 3

describe('a contract in DuckDB gives the tables of the line, from one reader and from three', () => {
  test.each([...DATASETS, ledger as Contract].map((contract) => [contract.id, contract] as const))(
    '%s',
    async (id, contract) => {
      const files = readdirSync(`data/raw/${id}`)
        .filter((name) => /^\d{4}.*\.(csv|xlsx)$/.test(name))
        .sort()
        .slice(-FILES_MAX)
      const wanted = new Map<string, unknown>()
      const handed = files.map((file) => {
        const bytes = readFileSync(`data/raw/${id}/${file}`)
        const period = file.replace(/\..*$/, '')
        const context = { period, places }
        for (const table of checkReading(contract, read(bytes, file, contract.profile), context).tables) {
          wanted.set(`${table.table}/${period}`, table.rows)
        }
        return { file, ...handOver(contract, read(bytes, file, contract.profile).sheets, context) }
      })
      const engine = await openDuckDbEngine()
      for (const files of [handed, handed.flatMap(splitFile)]) {
        const { faults, tables } = await engine.run(contract, places, files)
        expect(faults).toEqual([])
        const made = [...tables].flatMap(([table, rows]) => readTables(table, rows, { contract, places }))
        const found = made.map(({ table, period, rows }) => [`${table}/${period}`, rows] as const)
        expect(new Map(found)).toEqual(wanted)
      }
    },
  )
})
