import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { main as check } from '../../../scripts/check.ts'
import { makeSample } from '../../../scripts/new/sample.ts'
import { main as create } from '../../../scripts/new.ts'
import { addDays } from '../../../src/calendar/days.ts'
import { getLastDay } from '../../../src/calendar/period.ts'
import { checkCreditCode } from '../../../src/codes/credit-code.ts'
import type { Contract } from '../../../src/contracts/contract.ts'
import { openPortal, type Portal } from '../../../src/portal/portal.ts'
import { runScript, withPortal } from '../../site/with-portal.ts'

const PROJECT = join(import.meta.dirname, '../../..')
const PORTALS = [
  { name: 'the demonstration', data: join(PROJECT, 'data') },
  { name: 'a small portal', data: join(PROJECT, 'tests/site/small/data') },
  { name: 'the portal of npm run new', data: join(PROJECT, 'scripts/new/portal/data') },
]
const SEEDS = 5

/** The first period that is due, so that nothing before it is asked for. */
const periodOf = ({ dueFrom, frequency }: Contract) => dueFrom ?? PERIODS.get(frequency) ?? '2025'
const PERIODS = new Map([
  ['month', '2026-10'],
  ['quarter', '2025-Q4'],
])

describe.each(PORTALS)('samples of $name', ({ data }) => {
  let portal: Portal
  let contracts: Contract[]
  beforeAll(async () => {
    portal = await openPortal(data)
    // Every portal has the contracts of the demonstration, and not every portal the places for them.
    const own = await readdir(join(data, 'raw'))
    contracts = [...portal.contracts.values()].filter(({ id }) => own.includes(id))
  })

  test('pass check without any problem, alone in their folder, as CSV and as workbook', async () => {
    for (const contract of contracts) {
      const period = periodOf(contract)
      await withPortal([], async (folder) => {
        const own = join(folder, 'data')
        await cp(data, own, { recursive: true, filter: (path) => !/[/\\](published|exceptions\.csv)$/.test(path) })
        for (const kind of ['csv', 'xlsx']) {
          await rm(join(own, 'raw'), { recursive: true, force: true })
          const sampled = await runScript(create, folder, [
            'sample',
            contract.id,
            join(folder, 'out'),
            '--period',
            period,
          ])
          expect(sampled.code, sampled.err).toBe(0)
          await mkdir(join(own, 'raw', contract.id), { recursive: true })
          const file = `${period}.${kind}`
          await cp(join(folder, 'out', contract.id, file), join(own, 'raw', contract.id, file))
          const today = addDays(getLastDay(period), 1)
          const run = await runScript(check, folder, ['--format', 'json', '--today', today])
          const { files, problems } = JSON.parse(run.out)
          expect([contract.id, kind, run.code, problems]).toEqual([contract.id, kind, 0, []])
          expect(files[0].rowsUsed).toBeGreaterThan(0)
          expect(files[0].rowsRefused).toBe(0)
        }
      })
    }
  })

  test('keep their contract from any seed, with any number of rows', () => {
    for (const contract of contracts) {
      fc.assert(
        fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 60 }), (seed, rows) => {
          const period = periodOf(contract)
          // It throws where a file that it has made has any problem.
          expect(makeSample(contract, portal, { rows, seed, period, lang: 'en' }).rows).toBeGreaterThan(0)
        }),
        { numRuns: SEEDS },
      )
    }
  })
})

describe('a sample', () => {
  const arguments_ = ['sample', 'permits', '--rows', '12', '--period', '2026-10']

  test('is the same bytes from the same seed, and others from another', () =>
    withPortal([], async (folder) => {
      const readSampleBytes = async (name: string, seed: string) => {
        const [verb = '', id = '', ...rest] = arguments_
        const own = join(folder, name)
        await runScript(create, folder, ['--data', join(PROJECT, 'data'), verb, id, own, ...rest, '--seed', seed])
        return Promise.all(['csv', 'xlsx'].map((kind) => readFile(join(own, 'permits', `2026-10.${kind}`))))
      }
      const first = await readSampleBytes('a', '7')
      expect(await readSampleBytes('b', '7')).toEqual(first)
      expect((await readSampleBytes('c', '8'))[0]).not.toEqual(first[0])
    }))

  test('holds nobody’s data: codes are of no place, with right check digits', async () => {
    const portal = await openPortal(join(PROJECT, 'data'))
    const contract = portal.contracts.get('permits')
    if (!contract) throw new Error('no permits')
    const { csv } = makeSample(contract, portal, { rows: 30, seed: 3, period: '2026-10', lang: 'en' })
    const [, ...lines] = new TextDecoder().decode(csv).trim().split('\r\n')
    const codes = lines.map((line) => line.split(',')[1] ?? '')
    expect(new Set(codes).size).toBe(30)
    for (const code of codes) {
      expect(checkCreditCode(code)).toEqual({ ok: true })
      expect(code).toMatch(/^91990000/)
    }
  })

  test('of a dataset that is not there, or of no period, is refused in words', () =>
    withPortal(['small'], async (folder) => {
      const unknown = await runScript(create, folder, ['sample', 'street-lamp'])
      expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('street-lamps')])
      const wrong = await runScript(create, folder, ['sample', 'street-lamps', '--period', '2026'])
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('YYYY-MM')])
    }))

  test('of rules that contradict each other is refused, and not made badly', async () => {
    const portal = await openPortal(join(PROJECT, 'tests/site/small/data'))
    const contract = portal.contracts.get('street-lamps')
    if (!contract) throw new Error('no street-lamps')
    const rules: Contract['rules'] = [
      { kind: 'requires', column: 'remark', when: [{ column: 'light', present: true }] },
      { kind: 'forbids', column: 'remark', when: [{ column: 'light', present: true }] },
    ]
    const make = () => makeSample({ ...contract, rules }, portal, { rows: 4, seed: 1, period: '2026-10', lang: 'en' })
    expect(make).toThrow(/contradict each other/)
  })
})
