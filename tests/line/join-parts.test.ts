import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.ts'
import { columnsOf, type FileShape, shapeOfColumns } from '../../src/check/period/file-shape.ts'
import { digestOf } from '../../src/check/period/rows-digest.ts'
import type { Row } from '../../src/contracts/row.ts'
import { DATASETS } from '../../src/datasets/index.ts'
import { checkPartsCoverage, findShortOfCovered, joinParts, listCovered } from '../../src/line/join-parts.ts'
import { read } from '../../src/read/index.ts'
import { findShortPlaces } from '../../src/tabulate/short.ts'
import { placesOf } from '../portal/list-texts.ts'

const { places } = placesOf(readFileSync('data/places.csv', 'utf8'))
const PARTS = 3
/** Fewer rows have no digest. */
const DIGEST_ROWS_MIN = 5

/** Counts by record and column, whatever the order of the columns. */
function listCounts(shape: FileShape | null) {
  const { columns = [], records = {} } = shape?.counts ?? {}
  return Object.entries(records)
    .flatMap(([key, { counts }]) => columns.map(({ id, code }, at) => `${key} ${id} ${code} ${counts[at]}`))
    .sort()
}

describe.each(DATASETS.map((contract) => [contract.id, contract] as const))('parts of a file of %s', (id, contract) => {
  const name = readdirSync(`data/raw/${id}`)
    .filter((name) => /^\d{4}.*\.(csv|xlsx)$/.test(name))
    .sort()
    .at(-1)
  const period = (name ?? '').replace(/\..*$/, '')
  const { sheets } = read(readFileSync(`data/raw/${id}/${name}`), name ?? '', contract.profile)
  const { rows } = check(contract, sheets, { period, places })
  const parts = Array.from({ length: PARTS }, (_, nth) => rows.filter((_, at) => at % PARTS === nth))
  const describeRows = (own: readonly Row[], path: string) => {
    const columns = columnsOf(contract, own)
    const shape = shapeOfColumns(contract, columns, { period, listRows: () => own, listKeys: () => [] })
    return { path, period, sha256: path, digest: digestOf(contract, columns, period), shape, tables: [] }
  }

  test('are compared with other periods as the whole', () => {
    const whole = describeRows(rows, `raw/${id}/${name}`)
    const [joined, ...others] = joinParts(parts.map((own, nth) => describeRows(own, `${nth}/raw/${id}/${name}`)))
    expect(others).toEqual([])
    const digest = parts.some((own) => own.length < DIGEST_ROWS_MIN) ? null : whole.digest
    expect(joined).toMatchObject({ path: whole.path, period, digest })
    const { rows: count, lastDays, classes } = whole.shape
    expect(joined?.shape).toMatchObject({ rows: count, lastDays, classes })
    // A part may be small enough for counts of which the whole has too many.
    if (whole.shape.counts) expect(listCounts(joined?.shape ?? null)).toEqual(listCounts(whole.shape))
    for (const { in: place } of Object.values(joined?.shape?.counts?.records ?? {})) {
      expect(place?.file).toMatch(new RegExp(`^[0-2]/raw/${id}/`))
    }
  })

  test('cover what the whole covers, and less where rows are gone', () => {
    const whole = { contract, places, period }
    const covered = parts.flatMap((own) => listCovered(contract, own))
    expect(checkPartsCoverage(covered, whole, name ?? '')).toEqual([])
    for (const own of [rows, rows.slice(0, 1)]) {
      const short = findShortPlaces(contract, columnsOf(contract, own), whole)
      expect(findShortOfCovered(listCovered(contract, own), whole)).toEqual(short)
    }
    const isJudged = contract.complete !== undefined
    expect(checkPartsCoverage(listCovered(contract, rows.slice(0, 1)), whole, name ?? '').length > 0).toBe(isJudged)
  })
})
