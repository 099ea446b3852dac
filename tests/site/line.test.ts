import { execFileSync } from 'node:child_process'
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildDiskEffects } from '../../scripts/line/disk-effects.ts'
import type { LineEffects, Memory } from '../../src/line/effects.ts'
import { runLine } from '../../src/line/run-line.ts'
import { EXCEPTIONS_FILE } from '../../src/portal/exceptions.ts'
import { openPortal } from '../../src/portal/portal.ts'
import { FILE_BYTES_MAX, PROFILE_BYTES_MAX } from '../../src/read/limits.ts'
import { sha256 } from '../../src/store/disk.ts'
import { treeOf, withPortal } from './with-portal.ts'

const DAY = '2026-11-20'

/** The line over raw files that exist only here. */
function effectsOf(files: Record<string, string>): LineEffects & { readFiles: string[] } {
  const readFiles: string[] = []
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/').slice(0, 2).join('/')))]
  return {
    readFiles,
    hash: sha256,
    list: async () => [
      ...folders.map((path) => ({ path, kind: 'folder' as const, bytes: 0 })),
      ...Object.entries(files).map(([path, text]) => ({ path, kind: 'file' as const, bytes: text.length })),
    ],
    read: async (path) => {
      readFiles.push(path)
      return new TextEncoder().encode(files[path])
    },
  }
}

const LAMPS = '所在区,光源,月初盏数,新装,拆除,月末盏数,熄灭盏数,巡查日期,巡查人,备注'
const RATINGS = '回访单号,月份,所在区,回访渠道,事件大类,是否回访,是否接通,评价'
const files = {
  'raw/satisfaction/2026-08.csv': `${RATINGS}\nHF1,2026-08,东湾区,电话,市容环境,是,是,满意\n`,
  'raw/street-lamps/2026-08.csv': `${LAMPS}\n东湾区,LED,10,2,1,11,0,2026-08-30,,\n`,
  'raw/street-lamps/2026-09.csv': `${LAMPS}\n东湾区,LED,11,0,0,11,0,2026-09-30,,\n`,
}

test('one dataset’s error stops that dataset and no other; all its files are still judged', () =>
  withPortal(['small'], async (folder) => {
    const portal = await openPortal(join(folder, 'data'))
    const bad = { ...files, 'raw/street-lamps/2026-08.csv': `${LAMPS}\n东湾区,LED,x,2,1,11,0,2026-08-30,,\n` }
    const result = await runLine(portal, effectsOf(bad))
    expect(
      result.files.map(({ path, rowsRead, rowsUsed, rowsRefused }) => [path, rowsRead, rowsUsed, rowsRefused]),
    ).toEqual([
      ['raw/satisfaction/2026-08.csv', 1, 1, 0],
      ['raw/street-lamps/2026-08.csv', 1, 0, 1],
      ['raw/street-lamps/2026-09.csv', 1, 1, 0],
    ])
    expect(result.problems.map((problem) => `${problem.file} ${problem.rule}`)).toEqual([
      'raw/street-lamps/2026-08.csv number-format',
    ])
    expect(new Set(result.tables.map((table) => table.table.dataset))).toEqual(new Set(['satisfaction']))
  }))

test('what was judged once is recalled; a changed file or another version of the program is judged again', () =>
  withPortal(['small'], async (folder) => {
    const portal = await openPortal(join(folder, 'data'))
    const store = new Map<string, string>()
    const kept: string[] = []
    const makeMemory = (salt: string): Memory => ({
      salt,
      recall: async (key) => store.get(key) ?? null,
      keep: async (key, text) => {
        store.set(key, text)
        // Proofs are kept beside what was found of files.
        const { report } = JSON.parse(text)
        if (report) kept.push(report.path)
      },
      forgetRest: async () => {},
    })
    const first = await runLine(portal, { ...effectsOf(files), memory: makeMemory('1') })
    expect(kept.splice(0).sort()).toEqual(Object.keys(files))
    expect(await runLine(portal, { ...effectsOf(files), memory: makeMemory('1') })).toEqual(first)
    expect(kept.splice(0)).toEqual([])
    const changed = { ...files, 'raw/street-lamps/2026-09.csv': `${files['raw/street-lamps/2026-09.csv']}\n` }
    await runLine(portal, { ...effectsOf(changed), memory: makeMemory('1') })
    expect(kept.splice(0)).toEqual(['raw/street-lamps/2026-09.csv'])
    await runLine(portal, { ...effectsOf(files), memory: makeMemory('2') })
    expect(kept.splice(0).sort()).toEqual(Object.keys(files))
  }))

test('a file whose hash is recalled is not read, unless its result has been forgotten', () =>
  withPortal(['small'], async (folder) => {
    const portal = await openPortal(join(folder, 'data'))
    const [store, hashes] = [new Map<string, string>(), new Map<string, string>()]
    const opened: string[] = []
    const effects = effectsOf(files)
    const remembering = {
      ...effects,
      read: (path: string) => {
        opened.push(path)
        return effects.read(path)
      },
      memory: {
        salt: '1',
        recall: async (key: string) => store.get(key) ?? null,
        keep: async (key: string, text: string) => void store.set(key, text),
        recallHash: async (path: string) => hashes.get(path) ?? null,
        keepHash: async (path: string, hash: string) => void hashes.set(path, hash),
        forgetRest: async () => {},
      },
    }
    const first = await runLine(portal, remembering)
    // First for its hash, which nobody knows, then to be checked.
    expect([...new Set(opened.splice(0))]).toEqual(Object.keys(files))
    expect(await runLine(portal, remembering)).toEqual(first)
    expect(opened.splice(0)).toEqual([])
    store.clear()
    expect(await runLine(portal, remembering)).toEqual(first)
    // First for its hash, which nobody knows, then to be checked.
    expect([...new Set(opened.splice(0))]).toEqual(Object.keys(files))
  }))

test('links are refused and never followed; a file past the limit is refused unopened', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await symlink(folder, join(data, 'raw/street-lamps/up'))
    await symlink(join(data, 'places.csv'), join(data, 'raw/street-lamps/2026-11.csv'))
    await truncate(join(data, 'raw/street-lamps/2026-08.csv'), FILE_BYTES_MAX + 1)
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(
      problems.filter((problem) => problem.level === 'error').map((problem) => `${problem.file} ${problem.rule}`),
    ).toEqual([
      'raw/street-lamps/2026-11.csv raw-link',
      'raw/street-lamps/up raw-link',
      'raw/street-lamps/2026-08.csv file-too-large',
    ])
  }))

test('what is neither file nor folder is refused unopened', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    execFileSync('mkfifo', [join(data, 'raw/street-lamps/2026-11.csv')])
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(
      problems.filter((problem) => problem.level === 'error').map((problem) => `${problem.file} ${problem.rule}`),
    ).toEqual(['raw/street-lamps/2026-11.csv raw-not-a-file'])
  }))

test.each(['places.csv', EXCEPTIONS_FILE, 'contracts', 'contracts/more.ts'])('%s is not read through a link', (name) =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await writeFile(join(folder, 'secret'), 'root:x:0:0\n')
    await rm(join(data, name), { recursive: true, force: true })
    await symlink(join(folder, 'secret'), join(data, name))
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(problems).toMatchObject([{ file: name, rule: 'raw-link', found: null }])
  }),
)

test('a portal without a list of places says so once, and reads no file that needs it', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await rm(join(data, 'places.csv'))
    const { files: read, problems } = await runLine(await openPortal(data), effectsOf(files))
    expect(read).toEqual([])
    expect(problems).toMatchObject([{ rule: 'places-missing', params: { datasets: 'satisfaction, street-lamps' } }])
  }))

test('a contract file without a default export, and one whose import is missing, tell no path of the machine', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await writeFile(join(data, 'contracts/none.ts'), 'export const x = 1\n')
    await writeFile(join(data, 'contracts/lost.ts'), "import './nowhere.ts'\nexport default []\n")
    const { problems } = await openPortal(data)
    expect(problems.map((problem) => `${problem.file} ${problem.rule}`)).toEqual([
      'contracts/lost.ts contract-unreadable',
      'contracts/none.ts contract-no-default',
    ])
    expect(JSON.stringify(problems)).not.toContain(folder)
  }))

test('a portal without raw files is no error: its site is built from what is published', () =>
  withPortal([], async (folder) => {
    await mkdir(join(folder, 'data'))
    const result = await runLine(await openPortal(join(folder, 'data')), buildDiskEffects(join(folder, 'data'), DAY))
    expect(result.problems.map((problem) => `${problem.level} ${problem.rule}`)).toEqual(['warning raw-missing'])
  }))

test('files that begin with a dot are nobody’s', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await writeFile(join(data, 'raw/.DS_Store'), '')
    await writeFile(join(data, 'raw/street-lamps/.gitkeep'), '')
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(problems.filter((problem) => problem.level === 'error')).toEqual([])
    expect(Object.keys(await treeOf(join(data, 'published')))).toEqual([])
  }))

test('a raw folder that is a link, even to itself, is refused', () =>
  withPortal([], async (folder) => {
    const data = join(folder, 'data')
    await mkdir(data)
    await symlink(join(data, 'raw'), join(data, 'raw'))
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(problems.map((problem) => `${problem.file} ${problem.rule}`)).toEqual(['raw raw-link'])
  }))

test('a profile that is no page of words is not opened', () =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    await writeFile(join(data, 'raw/street-lamps/profile.yaml'), 'x'.repeat(PROFILE_BYTES_MAX + 1))
    const { problems } = await runLine(await openPortal(data), buildDiskEffects(data, DAY))
    expect(problems.filter((problem) => problem.level === 'error')).toMatchObject([{ rule: 'file-too-large' }])
  }))

const EXCEPTIONS = 'rule,dataset,period,key,reason,until\n'
test.each([
  ['nobody has accepted it', null, ['error file-same-rows'], []],
  [
    'somebody has',
    `${EXCEPTIONS}file-same-rows,satisfaction,2026-09,,当月无变动,2027-12-31\n`,
    ['warning file-same-rows'],
    ['satisfaction'],
  ],
  [
    'somebody had',
    `${EXCEPTIONS}file-same-rows,satisfaction,2026-09,,当月无变动,2026-01-01\n`,
    ['error file-same-rows', 'error exception-expired'],
    [],
  ],
])('the same rows in two months, and %s', (_name, exceptions, expected, published) =>
  withPortal(['small'], async (folder) => {
    const data = join(folder, 'data')
    if (exceptions !== null) await writeFile(join(data, EXCEPTIONS_FILE), exceptions)
    const composeText = (month: string) =>
      `${RATINGS}\n${[1, 2, 3, 4, 5].map((n) => `HF${n},${month},东湾区,电话,市容环境,是,是,满意\n`).join('')}`
    const twins = {
      'raw/satisfaction/2026-08.csv': composeText('2026-08'),
      'raw/satisfaction/2026-09.csv': composeText('2026-09'),
    }
    const effects: LineEffects = {
      ...effectsOf(twins),
      getToday: () => '2026-10-01',
    }
    const { problems, tables } = await runLine(await openPortal(data), effects)
    expect(problems.map(({ level, rule }) => `${level} ${rule}`)).toEqual(expected)
    expect([...new Set(tables.map((table) => table.table.dataset))]).toEqual(published)
  }),
)
