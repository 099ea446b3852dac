import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { listOwnGateLines } from '../../../scripts/bench/gate-lines.ts'
import { measureOwnGate } from '../../../scripts/bench/measure-own-gate.ts'
import { main as check } from '../../../scripts/check.ts'
import { main as publish } from '../../../scripts/publish.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { listPublicTables } from '../../../src/line/list-public-tables.ts'
import { openPortal } from '../../../src/portal/portal.ts'
import { readPublished } from '../../../src/store/read-published.ts'
import { auditPublished } from '../../../src/withhold/audit-published.ts'
import { loadSolver } from '../../../src/withhold/highs-solver.ts'
import type { OpenSolver } from '../../../src/withhold/integer-solver.ts'
import type { PublicTable } from '../../../src/withhold/public-cells.ts'
import { openFiles } from '../../withhold/people-files.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'
import { AID, REGISTERED, TRADERS, VISITS } from './hostile-contracts.ts'
import { listHouseholds, listVisits, type Row } from './hostile-rows.ts'

let openSolver: OpenSolver
beforeAll(async () => {
  openSolver = await loadSolver()
})

const FIRST = ['--yes', '--today', '2026-11-20']
const AGAIN = ['--yes', '--today', '2026-12-20', '--reason-zh', '更正一人', '--reason-en', 'Corrects one person']
const SECRETS = ['周桂兰', '13800138000', '320113189001019996', '锦绣花园7幢1单元402室', '1幢101']

function csvOf(rows: readonly Row[]): string {
  const headers = Object.keys(rows[0] ?? {})
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('')
}

async function addDataset(folder: string, contract: Contract, files: Record<string, readonly Row[]>): Promise<void> {
  const path = join(folder, 'data/contracts', `${contract.id}.ts`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `export default ${JSON.stringify(contract)}\n`)
  await mkdir(join(folder, 'data/raw', contract.id), { recursive: true })
  for (const [period, rows] of Object.entries(files)) {
    await writeFile(join(folder, 'data/raw', contract.id, `${period}.csv`), csvOf(rows))
  }
}

const MONTHS = { '2026-08': listVisits(8), '2026-09': listVisits(9), '2026-10': listVisits(10) }

async function addPeople(folder: string): Promise<void> {
  await addDataset(folder, VISITS, MONTHS)
  await addDataset(folder, AID, { '2026-Q3': listHouseholds() })
}

/** What an outsider makes of the published files alone. */
async function attackPublished(folder: string) {
  const { contracts } = await openPortal(join(folder, 'data'))
  const dir = join(folder, 'data/published')
  const { releases } = await readPublished(dir, contracts)
  const files = await Promise.all(
    releases
      .flatMap(({ release, files }) => files.map((file) => ({ file, release })))
      .map(async ({ file, release }) => ({ file, release, text: await readFile(join(dir, file.path), 'utf8') })),
  )
  return auditPublished(listPublicTables(contracts, files), openSolver)
}

test('of people at risk in every way that we know, what is published gives nobody back, before and after a correction', () =>
  withPortal(['small'], async (folder) => {
    await addPeople(folder)
    const first = await runScript(publish, folder, FIRST)
    expect(first.code, first.out + first.err).toBe(0)
    const found = await attackPublished(folder)
    expect(found).toMatchObject({ exact: [], narrow: [], undecided: [] })
    expect(found.hidden).toBeGreaterThan(5)
    // `bench` prints what that takes.
    const progress = { setTotal: () => {}, advance: () => {}, setResult: () => {}, markFailed: () => {} }
    const gate = await measureOwnGate(await openPortal(join(folder, 'data')), progress)
    expect(gate).toMatchObject({ datasets: 3, unproven: 0, tables: found.tables, hidden: found.hidden })
    expect(gate.witnesses).toBeGreaterThan(5)
    expect(listOwnGateLines(gate)[1]).toMatch(/^ {2}withheld and proven {2}3 datasets, \d+ witnesses, 0 unproven/)

    // One person moves from one district, zone and band to another.
    const [moved, ...others] = MONTHS['2026-10']
    await addDataset(folder, VISITS, {
      '2026-10': [{ ...moved, 所在区: '西岭区', 片区: 'z3', 年龄组: 'a80' }, ...others],
    })
    const second = await runScript(publish, folder, AGAIN)
    expect(second.code, second.out + second.err).toBe(0)
    expect(await attackPublished(folder)).toMatchObject({ exact: [], narrow: [], undecided: [] })

    const kept = { ...(await treeOf(join(folder, 'memory'))), ...(await treeOf(join(folder, 'data/published'))) }
    const printed = [first.out, first.err, second.out, second.err, ...Object.values(kept), ...Object.keys(kept)]
    for (const secret of SECRETS) expect(printed.filter((text) => text.includes(secret))).toEqual([])
  }))

describe('with the protection switched off, as offices print: small counts hidden, the rest exactly', () => {
  /** Tables of the true counts; those below 5 hidden. */
  function printPlainly(contract: Contract, files: Record<string, readonly Row[]>): PublicTable[] {
    const ids = Object.entries(contract.columns).map(([id, { names }]) => [id, names.zh] as const)
    const rowsOf = (rows: readonly Row[]) =>
      rows.map((row) => Object.fromEntries(ids.map(([id, zh]) => [id, PLACE_CODES[row[zh] ?? ''] ?? row[zh] ?? ''])))
    const { tables } = openFiles(
      contract,
      Object.fromEntries(Object.entries(files).map(([period, rows]) => [period, rowsOf(rows)])),
    )
    return Object.entries(contract.tables).map(([id, spec]): PublicTable => {
      const counts = Object.keys(spec.measures).filter((measure) => 'count' in (spec.measures[measure] ?? {}))
      const rows = tables
        .filter(({ table }) => table === id)
        .flatMap(({ period, rows: own }) =>
          own.map(({ key, cells }) => ({
            ...{ period, key: Object.fromEntries(Object.entries(key).map(([column, code]) => [column, String(code)])) },
            cells: Object.fromEntries(
              counts.map((measure) => {
                const value = cells[measure]?.value ?? 0
                const isSmall = value > 0 && value < 5
                return [measure, { value: isSmall ? null : value, status: isSmall ? 'withheld' : 'final' } as const]
              }),
            ),
          })),
        )
      return {
        ...{ dataset: contract.id, table: id, counts, totals: [], rows, isSuperseded: false },
        printing: { n: 5, base: 1, hidesZero: false, valuesMin: 3, isExact: true },
        dimensions: spec.dimensions.map(({ column }) => column),
        identities: spec.identities ?? [],
      }
    })
  }
  const PLACE_CODES: Record<string, string> = { 东湾区: '9901', 西岭区: '9902' }

  test('the same attacker finds many', () => {
    const found = auditPublished(printPlainly(VISITS, MONTHS), openSolver)
    expect(found.hidden).toBeGreaterThan(5)
    expect(found.exact.length).toBeGreaterThan(3)
  })
})

describe('exact counts of 60+ and 65+', () => {
  const fileOf = (over_60: number, over_65: number) => [
    { 所在区: '东湾区', '60岁及以上': String(over_60), '65岁及以上': String(over_65) },
    { 所在区: '西岭区', '60岁及以上': '240', '65岁及以上': '180' },
  ]

  test('of which the difference is two persons are refused; the message names it and no number', () =>
    withPortal(['small'], async (folder) => {
      await addDataset(folder, REGISTERED, { '2026-10': fileOf(105, 103) })
      const { code, err } = await runScript(publish, folder, FIRST)
      expect(code).toBe(1)
      expect(err).toContain('registered/elderly/990201/2026-10/over_60 - over_65')
      expect(err).not.toMatch(/105|103/)
    }))

  test('of which the difference is a group are published', () =>
    withPortal(['small'], async (folder) => {
      await addDataset(folder, REGISTERED, { '2026-10': fileOf(105, 80) })
      const { code, err } = await runScript(publish, folder, FIRST)
      expect(code, err).toBe(0)
    }))
})

test('a register of sole traders prints what the contract declares, and stops where a person is in a public cell', () =>
  withPortal(['small'], async (folder) => {
    const trader = { 单号: '1', 统一社会信用代码: '92320114MAF1CT2028', 字号: '老周豆制品坊' }
    const persons = { 经营者: '周桂兰', 经营者住址: '锦绣花园7幢1单元402室' }
    await addDataset(folder, TRADERS, { '2026-10': [{ ...trader, ...persons }] })
    const first = await runScript(publish, folder, FIRST)
    expect(first.code, first.err).toBe(0)
    const published = Object.values(await treeOf(join(folder, 'data/published'))).join('\n')
    expect(published).toContain('老周豆制品坊')
    expect(published).not.toMatch(/周桂兰|锦绣花园/)

    await addDataset(folder, TRADERS, {
      '2026-10': [{ ...trader, 字号: '老周豆制品坊（联系13800138000）', ...persons }],
    })
    const second = await runScript(check, folder, ['--format', 'json'])
    expect(second.code).toBe(1)
    expect(second.out).toContain('138******00')
    expect(second.out + second.err).not.toContain('13800138000')
  }))

/** Where personal data may be carried beside the cells, and what is put there. */
const CARRIERS: [where: string, path: string, text: string | Uint8Array][] = [
  [
    'words of a topic',
    'content/topics/lamps/zh.mdx',
    '---\ntitle: 路灯\nsummary: 联系人：周桂兰\nfigures: []\n---\n\n文。\n',
  ],
  ['an alternative text', 'content/pages/about/zh.mdx', '---\ntitle: 关于\n---\n\n![户主周桂兰家](a.png)\n'],
  ['the name of a file', 'content/pictures/13800138000.svg', ''],
  ['a PDF, which may hide text', 'content/report.pdf', '%PDF-1.7 (320113189001019996)'],
  ['bytes after the end of a picture', 'content/b.jpg', makeJpeg('13800138000')],
  ['bytes between two ends of a picture', 'content/b.jpg', Uint8Array.from([...makeJpeg('13800138000'), 0xff, 0xd9])],
  [
    'the name of a department',
    'data/departments.csv',
    'id,name_zh,name_en,aliases,places\nlamps,照明科（13800138000）,Lighting office,,\n',
  ],
  [
    'the reason of an accepted exception',
    'data/exceptions.csv',
    'rule,dataset,period,key,reason,until,owner\nvalue-unlisted,street-lamps,2026-10,x,周桂兰13800138000要求,2099-12-31,照明科\n',
  ],
]

function makeJpeg(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, ...new TextEncoder().encode(text)])
}

test.each(CARRIERS)('personal data in %s stops, and is not printed', (_, path, text) =>
  withPortal(['small'], async (folder) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
    const { code, out, err } = await runScript(publish, folder, FIRST)
    expect(code, out + err).toBe(1)
    expect(out + err).toMatch(/personal|个人信息|sealed|看不见/)
    for (const secret of SECRETS) expect(out + err).not.toContain(secret)
  }),
)
