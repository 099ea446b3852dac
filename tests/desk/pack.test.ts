import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { packPortal } from '../../src/desk/pack.ts'
import { column, contractOf, PLACES } from '../check/small.ts'

const contract = contractOf({ n: column({ kind: 'integer' }, '件数') })

async function packed(profile: (path: string) => Promise<void>) {
  const data = await mkdtemp(join(tmpdir(), 'mingge-pack-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await mkdir(join(data, 'raw/small'), { recursive: true })
  await profile(join(data, 'raw/small/profile.yaml'))
  const published = { contracts: new Map(), tables: new Map(), releases: [] }
  return packPortal({ contracts: [contract], places: PLACES, published, folders: { data, published: data } })
}

test('the page carries the profile that lies beside the raw files', async () => {
  const pack = await packed((path) => writeFile(path, 'columns: {n: 受理数}\n'))
  expect(pack.contracts[0]?.profile?.columns).toEqual({ n: '受理数' })
})

test.each([
  ['a column that the dataset does not have', 'columns: {m: 受理数}\n', 'profile-column-unknown'],
  ['no YAML', 'columns: {n: [\n', 'profile-yaml'],
])('a profile that the command line refuses stops the build with the same words: %s', async (_, text, rule) => {
  const fault = packed((path) => writeFile(path, text))
  await expect(fault).rejects.toMatchObject({ problems: [{ rule, file: 'raw/small/profile.yaml' }] })
})

test('a link among the raw files is not followed', async () => {
  await expect(packed((path) => symlink('/etc/hostname', path))).rejects.toMatchObject({
    problems: [{ rule: 'raw-link' }],
  })
})
