import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { main as sql } from '../../../scripts/sql.ts'
import type { Release } from '../../../src/store/published-tables.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20']
const READERS = ['east', 'north', 'west']
/** Which reader a row of a file goes to. */
type Share = (at: number) => number

const publishGiven = (folder: string, handed: string) =>
  runScript(publish, folder, [...FIRST, '--tables', handed, '--preview', join(folder, 'given')])

/** Rows of each file of a dataset, handed over by readers that each have their own of them. */
async function handOverShares(folder: string, dataset: string, share: Share): Promise<string> {
  const [raw, whole, handed] = [join(folder, 'data/raw', dataset), join(folder, 'whole'), join(folder, 'handed')]
  await cp(raw, whole, { recursive: true })
  for (const [nth, reader] of READERS.entries()) {
    for (const file of await readdir(whole)) {
      // Bytes as they are, whatever they mean: the files are in other encodings too.
      const [head = '', ...rows] = (await readFile(join(whole, file), 'latin1')).trimEnd().split('\n')
      const own = rows.filter((_, at) => share(at) === nth)
      await writeFile(join(raw, file), [head, ...own, ''].join('\n'), 'latin1')
    }
    await handOver(folder, dataset, { to: join(handed, `${dataset}-${reader}`), reader })
  }
  await rm(raw, { recursive: true })
  await cp(whole, raw, { recursive: true })
  return handed
}

async function handOver(folder: string, dataset: string, { to, reader }: { to: string; reader: string }) {
  const run = await runScript(sql, folder, ['--dataset', dataset, '--hand-over', to, '--reader', reader])
  expect(run.code, run.err).toBe(0)
}

async function runAll(folder: string, handed: string): Promise<void> {
  const run = await runScript(sql, folder, ['--run', handed])
  expect(run.code, run.err).toBe(0)
}

/** Tables without the log, which names other files. */
async function tablesOf(folder: string): Promise<Record<string, string>> {
  const tree = await treeOf(folder)
  return Object.fromEntries(Object.entries(tree).filter(([path]) => path.endsWith('.csv')))
}

describe('rows of one period that several readers hand over', () => {
  const changeFile = async (path: string, from: string | RegExp, to: string) =>
    writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

  test.each<[string, Share]>([
    ['satisfaction', (at) => at % READERS.length],
    // Each district is of one reader, and the third has one row only.
    ['street-lamps', (at) => Math.min(at, READERS.length - 1)],
  ])('are published as the line publishes the whole: %s', (dataset, share) =>
    withPortal(['small'], async (folder) => {
      await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
      const handed = await handOverShares(folder, dataset, share)
      await runAll(folder, handed)
      await rm(join(folder, 'data/raw', dataset), { recursive: true })
      const made = await publishGiven(folder, handed)
      expect(made.code, made.out + made.err).toBe(0)
      expect(await tablesOf(join(folder, 'given'))).toEqual(await tablesOf(join(folder, 'by-line')))
      const log = await readFile(join(folder, 'given/releases.jsonl'), 'utf8')
      const { files } = JSON.parse(log) as Release
      const file = files.find((file) => file.dataset === dataset && file.period === '2026-10')
      expect(file?.sources.map(({ path }) => path)).toEqual(
        READERS.map((reader) => `${reader}/raw/${dataset}/2026-10.csv`),
      )
    }),
  )

  test('are refused where two have the same key, with reader, file and line of both', () =>
    withPortal(['small'], async (folder) => {
      const handed = await handOverShares(folder, 'satisfaction', (at) => at % READERS.length)
      const raw = join(folder, 'data/raw/satisfaction')
      const [head, first, second, third] = (await readFile(join(raw, '2026-10.csv'), 'utf8')).split('\n')
      const west = join(handed, 'satisfaction-west')
      await Promise.all([rm(west, { recursive: true }), rm(join(raw, '2026-08.csv')), rm(join(raw, '2026-09.csv'))])
      // The third row is this reader's own.
      await writeFile(join(raw, '2026-10.csv'), `${head}\n${third}\n${first}\n${second?.replace('电话', '短信')}\n`)
      await handOver(folder, 'satisfaction', { to: west, reader: 'west' })
      await runAll(folder, handed)
      const { code, err } = await publishGiven(folder, handed)
      expect(code).toBe(1)
      expect(err).toContain('同一编号在另一个读取方的文件里也有   key-elsewhere')
      expect(err).toContain('west/raw/satisfaction/2026-10.csv › 第3行   实为 HF2026100001')
      expect(err).toContain('east/raw/satisfaction/2026-10.csv第2行已有“HF2026100001”')
      expect(err).toContain('the engine refused 2 rows of 1 file.')
    }))

  test('are refused where a place that must report is in none of their files', () =>
    withPortal(['small'], async (folder) => {
      const contract = join(folder, 'data/contracts/street-lamps.ts')
      await changeFile(contract, "key: ['place', 'light'],", "key: ['place', 'light'],\n  complete: ['place'],")
      const handed = await handOverShares(folder, 'street-lamps', (at) => Math.min(at, READERS.length - 1))
      await rm(join(handed, 'street-lamps-west'), { recursive: true })
      await runAll(folder, handed)
      const { code, out } = await publishGiven(folder, handed)
      expect([code, out]).toEqual([1, expect.stringMatching(/place-not-reported\n {2}raw\/street-lamps\/2026-08\.csv/)])
      expect(out).toContain('没有西岭区（990202）的数据')
    }))

  const withChanged = (change: (folder: string, handed: string) => Promise<unknown>) =>
    withPortal(['small'], async (folder) => {
      const handed = await handOverShares(folder, 'satisfaction', (at) => at % READERS.length)
      await runAll(folder, handed)
      await change(folder, handed)
      return publishGiven(folder, handed)
    })

  const WEST = 'satisfaction-west'
  const handOverOther = (folder: string, handed: string) =>
    handOver(folder, 'satisfaction', { to: join(handed, 'satisfaction-other'), reader: 'other' })

  test.each<[string, (folder: string, handed: string) => Promise<unknown>, RegExp]>([
    ['a folder was not run', handOverOther, /results of the folder satisfaction-other: run it first/],
    [
      'a folder that was run is gone',
      (_, handed) => rm(join(handed, WEST), { recursive: true }),
      /the results in satisfaction-east are of a folder that is not here/,
    ],
    [
      'a folder was run alone as well',
      (folder, handed) => runAll(folder, join(handed, WEST)),
      /the folder satisfaction-west was run more than once/,
    ],
    [
      'two readers have the same name',
      async (folder, handed) => {
        await rm(join(handed, WEST), { recursive: true })
        await handOver(folder, 'satisfaction', { to: join(handed, WEST), reader: 'north' })
        await runAll(folder, handed)
      },
      /are in two folders: have each reader hand over again under a name of its own/,
    ],
    [
      'periods were run apart',
      async (folder, handed) => {
        for (const reader of READERS) await runAll(folder, join(handed, `satisfaction-${reader}`))
      },
      /2026-\d\d are in two folders: run these folders together/,
    ],
  ])('are refused where %s', async (_, change, words) => {
    const { code, err } = await withChanged(change)
    expect([code, err]).toEqual([1, expect.stringMatching(words)])
  })

  test('are not run where readers have different lists of places or contracts', () =>
    withPortal(['small'], async (folder) => {
      const handed = await handOverShares(folder, 'street-lamps', (at) => Math.min(at, READERS.length - 1))
      const [south, places] = [join(handed, 'street-lamps-south'), join(folder, 'data/places.csv')]
      await changeFile(
        places,
        '990202,西岭区,Xiling District,district,990200,',
        '990202,西岭区,Xiling District,district,990200,2020-01-01',
      )
      await handOver(folder, 'street-lamps', { to: south, reader: 'south' })
      const withOthers = await runScript(sql, folder, ['--run', handed])
      expect(withOthers).toMatchObject({
        code: 1,
        err: expect.stringContaining(
          'street-lamps-east and street-lamps-south hand over street-lamps with different SQL',
        ),
      })
      await changeFile(join(south, 'manifest.json'), /"contract": "\w+"/, `"contract": "${'0'.repeat(64)}"`)
      const ofOther = await runScript(sql, folder, ['--run', handed])
      expect(ofOther).toMatchObject({ code: 1, err: expect.stringContaining('with different contracts') })
    }))

  test('need a name that can begin a path', () =>
    withPortal(['small'], async (folder) => {
      const run = await runScript(sql, folder, [
        '--dataset',
        'satisfaction',
        '--hand-over',
        join(folder, 'x'),
        '--reader',
        '../x',
      ])
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('--reader takes letters')])
    }))
})
