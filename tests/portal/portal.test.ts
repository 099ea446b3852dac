import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPortal } from '../../src/portal/portal.ts'
import { PROFILE_BYTES_MAX } from '../../src/read/limits.ts'

/** A data folder with a folder of raw files for the dataset elder-care, and nothing in it. */
async function makeDataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'mingge-portal-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await mkdir(join(data, 'raw/elder-care'), { recursive: true })
  return data
}

/** The layout of elder-care with this in the place of its profile; undefined where the portal has none. */
async function readLayoutWith(profile: (path: string) => unknown) {
  const data = await makeDataFolder()
  await profile(join(data, 'raw/elder-care/profile.yaml'))
  const portal = await openPortal(data)
  expect(portal.problems).toEqual([])
  return portal.profiles.get('elder-care')
}

test('a profile is laid over the contract that it lies with, and over no other', async () => {
  const layout = await readLayoutWith((path) => writeFile(path, 'columns: {beds: 床位总数}\n'))
  expect(layout?.contract.profile?.columns).toEqual({ beds: '床位总数' })
  expect(layout?.problems).toEqual([])
  const portal = await openPortal(await makeDataFolder())
  expect([...portal.profiles]).toEqual([])
})

test.each([
  ['names a column that the dataset does not have', 'columns: {m: 受理数}\n', 'profile-column-unknown'],
  ['is no YAML', 'columns: {n: [\n', 'profile-yaml'],
  ['is too large to be one', '#'.repeat(PROFILE_BYTES_MAX + 1), 'file-too-large'],
])('a profile that %s leaves the contract as it was', async (_, text, rule) => {
  const layout = await readLayoutWith((path) => writeFile(path, text))
  expect(layout?.problems).toMatchObject([{ rule, dataset: 'elder-care', file: 'raw/elder-care/profile.yaml' }])
  expect(layout?.contract.profile?.columns).toBeUndefined()
})

test('a profile that is a link or a pipe is refused unopened, and a folder of its name is no profile', async () => {
  const link = await readLayoutWith((path) => symlink('/etc/hostname', path))
  expect(link?.problems).toMatchObject([{ rule: 'raw-link', found: null }])
  const pipe = await readLayoutWith((path) => execFileSync('mkfifo', [path]))
  expect(pipe?.problems).toMatchObject([{ rule: 'raw-not-a-file', found: null }])
  expect(await readLayoutWith((path) => mkdir(path))).toBeUndefined()
})

test('no profile is looked for behind a link', async () => {
  const other = await makeDataFolder()
  await writeFile(join(other, 'raw/elder-care/profile.yaml'), 'columns: {beds: 床位总数}\n')
  const data = await makeDataFolder()
  await rm(join(data, 'raw/elder-care'), { recursive: true })
  await symlink(join(other, 'raw/elder-care'), join(data, 'raw/elder-care'))
  expect([...(await openPortal(data)).profiles]).toEqual([])
})

test('exceptions are opened with the portal', async () => {
  const data = await makeDataFolder()
  expect((await openPortal(data)).exceptions).toEqual({ exceptions: [], problems: [] })
  const lines = [
    'rule,dataset,period,key,reason,until',
    'figure-jump,cases,2025-07,,特大暴雨,2027-12-31',
    'sum,cases,,,,',
  ]
  await writeFile(join(data, 'exceptions.csv'), `${lines.join('\n')}\n`)
  const { exceptions, problems } = (await openPortal(data)).exceptions
  expect(exceptions.map((exception) => `${exception.rule} ${exception.where}`)).toEqual(['figure-jump 2025-07'])
  expect([...new Set(problems.map((problem) => problem.file))]).toEqual(['exceptions.csv'])
})
