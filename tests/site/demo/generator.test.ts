import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCaseFiles } from '../../../scripts/demo/case-files.ts'
import { createCaseLives } from '../../../scripts/demo/case-lives.ts'
import { MONTHS } from '../../../scripts/demo/demo-dates.ts'
import { buildDemoFiles } from '../../../scripts/demo/demo-files.ts'
import { SEED } from '../../../scripts/demo/demo-options.ts'
import { encodeGb18030 } from '../../../scripts/demo/encode.ts'
import { randomOf } from '../../../scripts/demo/random.ts'
import { computeCreditCheckDigit } from '../../../src/codes/credit-code.ts'
import { BANDS } from '../../../src/datasets/population/ages.ts'

const files = buildDemoFiles(SEED)

test('the committed files are what the generator makes', () => {
  const different = [...files].filter(([path, content]) => hashOf(content) !== hashOf(readFileSync(`data/${path}`)))
  expect(different.map(([path]) => path)).toEqual([])
})

test('a second run gives the same bytes, another seed gives others', () => {
  const again = buildDemoFiles(SEED)
  expect([...again.keys()]).toEqual([...files.keys()])
  expect([...again].filter(([path, content]) => hashOf(content) !== hashOf(bytesOf(path)))).toEqual([])
  expect(hashOf(buildCaseFiles(createCaseLives(SEED + 1)).get('raw/cases/2025-07.csv') ?? new Uint8Array())).not.toBe(
    hashOf(bytesOf('raw/cases/2025-07.csv')),
  )
})

test('all files together stay below 13 MB', () => {
  let bytes = 0
  for (const content of files.values()) bytes += content.byteLength
  expect(bytes).toBeLessThan(13_000_000)
  expect(bytes).toBeGreaterThan(5_000_000)
})

test('a stream of numbers depends on seed and name only', () => {
  const random = randomOf(1, 'a')
  expect([random.drawBetween(1, 100), random.drawBetween(1, 100), random.drawBetween(1, 100)]).toEqual(
    (({ drawBetween }) => [drawBetween(1, 100), drawBetween(1, 100), drawBetween(1, 100)])(randomOf(1, 'a')),
  )
  expect(randomOf(1, 'a').drawNext()).not.toBe(randomOf(1, 'b').drawNext())
})

test('GB18030 is written as it is read', () => {
  const text = '岫烟街道,云锦市绮纨,12345'
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030([text]))).toBe(`${text}\r\n`)
  expect(() => encodeGb18030(['𬭚'])).toThrow('not in the two-byte part')
})

describe('population', () => {
  const [header = [], ...rows] = rowsOf('raw/population/2025.csv', 'utf-8')

  test('is a wide table of 40 subdistricts by sex', () => {
    expect(header).toHaveLength(4 + BANDS.length)
    expect(rows).toHaveLength(80)
  })

  test('has grown old: 60 and over from 13 % to 24 %', () => {
    expect(share60('raw/population/2000.csv')).toBeCloseTo(13, 0)
    expect(share60('raw/population/2025.csv')).toBeCloseTo(24, 0)
  })
})

describe('cases', () => {
  const months = MONTHS.map((month) => rowsOf(`raw/cases/${month}.csv`, 'gb18030').slice(1))

  test('what is open at the end of a month is open at the start of the next', () => {
    for (const [n, rows] of months.entries()) {
      const next = months[n + 1]
      if (!next) break
      const first = `${MONTHS[n + 1]}-01`
      const open = rows.filter((row) => row[7] && !row[9] && !row[10]).map((row) => row[0])
      const carried = next.filter((row) => row[7] && row[7] < first && (row[9] || row[10] || first) >= first)
      expect(carried.map((row) => row[0]).toSorted()).toEqual(open.toSorted())
    }
  })

  test('peak in the month of the rainstorm', () => {
    const reported = months.map((rows, n) => rows.filter((row) => row[6]?.startsWith(MONTHS[n] ?? '')).length)
    expect(MONTHS[reported.indexOf(Math.max(...reported))]).toBe('2025-07')
    const ordinary = reported.filter((_, n) => MONTHS[n] !== '2025-07')
    expect(Math.max(...reported)).toBeGreaterThan(1.5 * Math.max(...ordinary))
  })

  test('have a number once a file', () => {
    for (const rows of months) expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length)
  })
})

describe('permits', () => {
  const rows = rowsOf('raw/permits/2026-10.csv', 'utf-8').slice(1)

  test('have numbers of the unused county range with a right check character', () => {
    for (const [number = '', code = ''] of rows) {
      expect(number).toMatch(/^919901\d{2}[0-9A-Z]{10}00[12][PW]$/)
      expect(code[17]).toBe(computeCreditCheckDigit(code.slice(0, 17)))
    }
  })

  test('are held by firms of a city that does not exist', () => {
    for (const row of rows) expect(row[2]).toMatch(/^云锦市.{4,12}有限公司$/)
  })

  test('simplified permits become fewer', () => {
    const countInForce = (month: string) =>
      rowsOf(`raw/permits/${month}.csv`, 'utf-8').filter(
        (row) => row[5] === '简化管理' && !row[15] && !row[16] && (row[11] ?? '') > `${month}-31`,
      ).length
    expect(countInForce('2026-10')).toBeLessThan(countInForce('2023-11') * 0.85)
  })
})

test('two months of applications are late', () => {
  const missing = MONTHS.filter((month) => !files.has(`raw/permit-applications/${month}.csv`))
  expect(missing).toEqual(['2026-01', '2026-02'])
})

test('one month of satisfaction was never handed in', () => {
  const missing = MONTHS.filter((month) => !files.has(`raw/satisfaction/${month}.csv`))
  expect(missing).toEqual(['2025-02'])
})

function share60(path: string): number {
  let [old, all] = [0, 0]
  for (const row of rowsOf(path, 'utf-8').slice(1)) {
    for (const [n, cell] of row.slice(4).entries()) {
      all += Number(cell)
      if (n >= 12) old += Number(cell)
    }
  }
  return (old / all) * 100
}

/** The demonstration quotes no cell, so commas part the cells. */
function rowsOf(path: string, encoding: string): string[][] {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytesOf(path))
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

function bytesOf(path: string): Uint8Array {
  const found = files.get(path)
  if (!found) throw new Error(`not made: ${path}`)
  return found
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
