import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeReceived, encodeGb18030, multiplyCases } from '../../../scripts/bench/large-export.ts'
import { randomOf } from '../../../scripts/demo/random.ts'
import { checkFile } from '../../../src/checker/worker/check-file.ts'
import type { Given } from '../../../src/checker/worker/recognise.ts'
import { EVERY_KIND, PLACES_OF_EVERY_KIND, writeEveryKind } from '../../accept/every-kind.ts'
import { mutate } from '../../accept/mutations.ts'
import { checkBothWays } from '../../checker/compare-checks.ts'
import { DEMO, giveFile, ignore, portalOf } from '../../checker/portals.ts'

/* Large files on the page for checking: what their bytes alone show must be what reading them as a whole shows. */

const encodeUtf8 = (text: string) => new TextEncoder().encode(text)
const ROWS = 3_600
const MONTH = decodeReceived(readFileSync(join(DEMO, 'raw/cases/2026-09.csv')))
const CASES = multiplyCases(MONTH, ROWS)
const [HEADER = '', ...LINES] = CASES.trimEnd().split('\n')
const FILE = { name: '2026-09.csv', dataset: null, period: null, before: null }

/** The file with some of its lines changed; the first below the header is line 2. */
function alter(...changes: [number, (line: string) => string][]): string {
  const lines = [HEADER, ...LINES]
  for (const [row, change] of changes) lines[row - 1] = change(lines[row - 1] ?? '')
  return `${lines.join('\n')}\n`
}

/** A cell of a line, counted from 0, replaced. */
const put = (column: number, cell: string) => (line: string) => line.split(',').with(column, cell).join(',')

describe('a large file', async () => {
  const portal = await portalOf(DEMO)
  const compare = (bytes: Uint8Array, more: Partial<Given> = {}) => checkBothWays({ ...FILE, bytes, ...more }, portal)
  const accepted: [string, Uint8Array, Partial<Given>?][] = [
    ['as it should be', encodeUtf8(CASES)],
    ['in GB18030', encodeGb18030(CASES)],
    ['with the mark of UTF-8 and the line ends of Windows', encodeUtf8(`\ufeff${CASES.replaceAll('\n', '\r\n')}`)],
    ['with quotes', encodeUtf8(CASES.replaceAll(/[^,\n]+/g, '"$&"'))],
    ['with no end of its last line', encodeUtf8(CASES.trimEnd())],
    ['with a title above its header', encodeUtf8(`云锦市案件明细表\n\n${CASES}`)],
    ['with blank lines', encodeUtf8(alter([2, (line) => `\n${line}\n,,,,,,,,,,,,,`], [ROWS, (line) => `${line}\n\n`]))],
    ['that repeats a key', encodeUtf8(`${CASES}${LINES[0]}\n`)],
    ['of another month than its own', encodeUtf8(CASES), { period: '2026-08' }],
    ['whose month its rows show', encodeUtf8(CASES), { name: '导出.csv' }],
    ['of a month that was given', encodeUtf8(CASES), { name: '导出.csv', dataset: 'cases', period: '2026年9月' }],
    [
      'with faults in its first and last rows, and below line breaks in cells',
      encodeUtf8(
        alter(
          [2, put(5, '电话')],
          [3, put(2, '"绛汀\n街道"')],
          [4, put(2, '"绛汀\r街道"')],
          [2500, put(9, '2026-13-01 10:00')],
          [2501, put(9, '2026-13-01 10:00')],
          [3000, put(0, '')],
          [3500, put(13, '-1')],
          [ROWS + 1, put(11, '国')],
        ),
      ),
    ],
    [
      'with repairs and personal data',
      encodeUtf8(alter([100, put(5, '巡查 ')], [200, put(2, '绛汀街道13812345678')], [300, put(6, '2026/8/6 9:30')])),
    ],
  ]

  test.each(accepted)('%s', (_, bytes, more) => {
    const { plain, whole } = compare(bytes, more)
    expect(plain).not.toBeNull()
    expect(plain).toEqual(whole)
  })

  test('shows the rows around its faults', () => {
    const faulty = alter([2500, put(5, '电话')], [2502, (line) => `\n${line}`])
    const [cause] = compare(encodeUtf8(faulty)).plain?.reports[0]?.causes ?? []
    expect(cause?.rule).toBe('value-unlisted')
    expect(cause?.preview?.rows.map(({ row, isMarked }) => [row, isMarked])).toEqual([
      [2_499, false],
      [2_500, true],
      [2_501, false],
    ])
  })

  test('is compared with the other files on the page', () => {
    const other = checkFile(giveFile(join(DEMO, 'raw/cases/2026-08.csv')), portal, ignore)
    const twin = checkFile({ ...FILE, name: '案件2026年9月.csv', bytes: encodeUtf8(CASES) }, portal, ignore)
    const { plain, whole } = checkBothWays({ ...FILE, bytes: encodeUtf8(CASES), beside: [other, twin] }, portal)
    expect(plain?.reports[0]?.causes.map(({ rule }) => rule)).toContain('raw-period-twice')
    expect(plain).toEqual(whole)
  })

  test('of every kind of column', () => {
    const bytes = encodeUtf8(writeEveryKind(randomOf(3, 'plain files'), ROWS_OF_EVERY_KIND))
    const { plain, whole } = checkBothWays({ ...FILE, name: '导出.csv', bytes }, { ...portal, ...EVERY })
    expect(plain?.reports[0]?.causes.length).toBeGreaterThan(1)
    expect(plain).toEqual(whole)
  })

  test('whose period nothing shows is of the period that the clerk gave the file of its name before', () => {
    const months = ['2026-08', '2026-09', '2026-10']
    const text = writeEveryKind(randomOf(4, 'plain files'), ROWS_OF_EVERY_KIND)
    const bytes = encodeUtf8(
      text
        .split('\n')
        .map((line, at) => line.replace(/,2026-10,/, `,${months[at % 3]},`))
        .join('\n'),
    )
    const contracts = [{ ...EVERY_KIND, rules: [] }]
    const before = { dataset: null, period: '2026-09' }
    const compare = (before: Parameters<typeof checkBothWays>[0]['before']) =>
      checkBothWays({ ...FILE, name: '导出.csv', bytes, before }, { ...portal, ...EVERY, contracts })
    expect(compare(null).plain).toBeNull()
    const { plain, whole } = compare(before)
    expect(plain?.checked.period).toBe('2026-09')
    expect(plain).toEqual(whole)
  })

  const UTF16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(CASES, 'utf16le')])
  test.each([
    ['in UTF-16', UTF16],
    ['with a quote that is not closed', encodeUtf8(alter([3000, put(2, '"绛汀街道')]))],
    ['with a note below', encodeUtf8(`${CASES}注：数据来自平台\n`)],
    ['in two encodings', Buffer.concat([encodeUtf8(CASES), encodeGb18030(CASES).subarray(HEADER.length * 2)])],
    ['of which nothing is known', encodeUtf8(CASES.replace(HEADER, HEADER.replaceAll(/[^,]+/g, '甲$&')))],
    ['that is small', encodeUtf8(MONTH)],
  ])('%s is read as a whole', (_, bytes) => {
    expect(compare(bytes).plain).toBeNull()
  })

  test('some of whose rows were changed', () => {
    let accepted = 0
    for (let nth = 0; nth < FILES; nth += 1) {
      const { bytes, seed } = changeRows(nth)
      const { plain, whole } = compare(bytes)
      if (!plain) continue
      accepted += 1
      expect({ seed, ...plain }).toEqual({ seed, ...whole })
    }
    expect(accepted).toBeGreaterThan(FILES / 4)
  })
})

const ROWS_OF_EVERY_KIND = 5_000
const EVERY = { contracts: [EVERY_KIND], places: PLACES_OF_EVERY_KIND }
const FILES = 12
const ROWS_CHANGED = 12

/** The large file with a few of its rows changed as clerks, programs and disks change them. */
function changeRows(nth: number): { bytes: Uint8Array; seed: string } {
  const seed = `plain files/${nth}`
  const random = randomOf(2026, seed)
  const encode = random.drawChance(0.3) ? encodeGb18030 : encodeUtf8
  const from = random.drawBetween(0, ROWS - ROWS_CHANGED)
  const part = [HEADER, ...LINES.slice(from, from + ROWS_CHANGED)].join('\n')
  const { bytes } = mutate(part, random, encode)
  const changed = bytes.subarray(encode(HEADER).length)
  const parts = [
    encode([HEADER, ...LINES.slice(0, from)].join('\n')),
    changed,
    encode(['', ...LINES.slice(from + ROWS_CHANGED), ''].join('\n')),
  ]
  return { bytes: Buffer.concat(parts), seed }
}
