import { appendFile, cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { computeDigest, computePortalDigest } from '../../../scripts/start/source-digest.ts'
import { openPortal } from '../../../src/portal/portal.ts'

test('a digest changes with a byte and with a name, and with nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const seen: string[] = []
  const look = async () => seen.push(await computeDigest([folder, join(folder, 'absent')]))

  await look()
  await writeFile(join(folder, 'a.csv'), 'one')
  await look()
  await writeFile(join(folder, 'a.csv'), 'two')
  await look()
  await rename(join(folder, 'a.csv'), join(folder, 'b.csv'))
  await look()
  expect(new Set(seen).size).toBe(4)

  await writeFile(join(folder, 'b.csv'), 'two')
  await look()
  expect(seen[4]).toBe(seen[3])
})

test.each([
  ['exceptions.csv', 'rule,dataset,period,key,reason,until\njump,street-lamps,2026-10,,一批新灯,2027-01-01\n'],
  ['raw/street-lamps/profile.yaml', 'skipRows: 1\n'],
  ['places.csv', '990209,新区,New,district,990200,,,,,,\n'],
])('the digest of a portal changes with %s', async (file, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(join(import.meta.dirname, '../../site/small/data'), folder, { recursive: true })
  const before = computePortalDigest(await openPortal(folder))
  expect(computePortalDigest(await openPortal(folder))).toBe(before)
  await appendFile(join(folder, file), text)
  expect(computePortalDigest(await openPortal(folder))).not.toBe(before)
})
