import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { appendRelease, writeRelease } from '../../src/store/append-release.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { stampAll } from '../../src/store/file-stamp.ts'
import { planRelease } from '../../src/store/plan-release.ts'
import { planWithdrawal } from '../../src/store/plan-withdrawal.ts'
import { readPublished } from '../../src/store/read-published.ts'
import { ReleaseError } from '../../src/store/release-error.ts'
import { verifySite } from '../../src/store/verify-site.ts'
import { CONTRACT, makeEdition, makeRow, makeTable, runInFolder } from './edition.ts'

const CONTRACTS = new Map([[CONTRACT.id, CONTRACT]])

/** Three releases: two months, one of them corrected, and the earlier revision of that taken out. */
async function publishThree(folder: string): Promise<void> {
  await appendRelease(
    folder,
    makeEdition(makeTable('2026-09', makeRow('甲', 1)), makeTable('2026-10', makeRow('甲', 2))),
  )
  await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 3))))
  const plan = await planWithdrawal(folder, 'cases/flow/2026-10.1', { contracts: CONTRACTS, today: '2026-11-20' })
  if (!plan) throw new Error('no such name')
  const note = () => ({ zh: '撤下', en: 'Withdraws' })
  await writeRelease(folder, plan, { date: '2026-11-20', note, reason: { zh: '误', en: 'Error' }, tool: 'mingge' })
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => relative(folder, file).split(sep).join('/')).toSorted()
}

/** The file that a fault names; '' where there is none. */
async function faultOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return ''
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return error.problem.file ?? ''
  }
}

test('a flipped bit in any byte of a store is found by build, publish and verify, and the file is named', () =>
  runInFolder(async (folder) => {
    await publishThree(folder)
    const files = await listFiles(folder)
    expect(files).toEqual(['cases/flow/2026-09.1.csv', 'cases/flow/2026-10.2.csv', 'heads.txt', 'releases.jsonl'])
    const log = ['published/heads.txt', 'published/releases.jsonl']
    for (const path of files) {
      const bytes = await readFile(join(folder, path))
      // The log has thousands of bytes; every 29th falls on keys, values, hashes and marks alike.
      for (let at = 0; at < bytes.length; at += bytes.length > 400 ? 29 : 3) {
        const tampered = Buffer.from(bytes)
        tampered[at] = (bytes[at] ?? 0) ^ 1
        await writeFile(join(folder, path), tampered)
        const named = path.includes('/') ? [`published/${path}`] : log
        expect(named, `${path} ${at}: build`).toContain(await faultOf(() => readPublished(folder, CONTRACTS)))
        expect(named, `${path} ${at}: publish`).toContain(await faultOf(() => planRelease(folder, makeEdition())))
        const { problems } = await verifySite({ kind: 'store', read: openFolder(folder) })
        expect([...named, path], `${path} ${at}: verify`).toContain(problems[0]?.file)
      }
      await writeFile(join(folder, path), bytes)
    }
    expect(await faultOf(() => readPublished(folder, CONTRACTS))).toBe('')
  }))

test('a build hashes files once: what another has just compared with the log is read only, until anything changes', () =>
  runInFolder(async (folder) => {
    await publishThree(folder)
    const path = (await listFiles(folder)).find((file) => file.endsWith('2026-09.1.csv')) ?? ''
    const [whole, bytes] = [join(folder, path), await readFile(join(folder, path))]
    await writeFile(whole, bytes.toString('utf8').replace('甲', '乙'))
    // Had it been hashed, the fault would be found.
    const stamp = stampAll([folder]).text
    expect(await faultOf(() => readPublished(folder, CONTRACTS, stamp))).toBe('')
    expect(await faultOf(() => readPublished(folder, CONTRACTS))).toBe(`published/${path}`)
    await writeFile(whole, bytes.toString('utf8').replace('甲', '丙丁'))
    expect(await faultOf(() => readPublished(folder, CONTRACTS, stamp))).toBe(`published/${path}`)
  }))

test('what was taken out is accepted as gone, and named where it is still there', () =>
  runInFolder(async (folder) => {
    await appendRelease(
      join(folder, 'kept'),
      makeEdition(makeTable('2026-09', makeRow('甲', 1)), makeTable('2026-10', makeRow('甲', 2))),
    )
    const gone = await readFile(join(folder, 'kept/cases/flow/2026-10.1.csv'))
    const store = join(folder, 'store')
    await publishThree(store)
    const list = await listFiles(store)
    const verified = await verifySite({ kind: 'store', read: openFolder(store), list })
    expect([verified.problems, verified.withdrawn, verified.published]).toEqual([[], 1, 2])
    await writeFile(join(store, 'cases/flow/2026-10.1.csv'), gone)
    const again = await verifySite({ kind: 'store', read: openFolder(store), list: await listFiles(store) })
    expect(again.problems.map(({ rule, level, file }) => [level, rule, file])).toEqual([
      ['error', 'site-withdrawn-there', 'cases/flow/2026-10.1.csv'],
      ['warning', 'site-file-unlisted', 'cases/flow/2026-10.1.csv'],
    ])
    // The next release removes it.
    await appendRelease(store, makeEdition(makeTable('2026-11', makeRow('甲', 4))))
    expect(await listFiles(store)).not.toContain('cases/flow/2026-10.1.csv')
  }))

test('a head that was kept elsewhere is found among the lines of the log', () =>
  runInFolder(async (folder) => {
    await appendRelease(folder, makeEdition(makeTable('2026-09', makeRow('甲', 1))))
    const { head } = await verifySite({ kind: 'store', read: openFolder(folder) })
    await appendRelease(folder, makeEdition(makeTable('2026-10', makeRow('甲', 2))))
    const later = await verifySite({ kind: 'store', read: openFolder(folder), head: head ?? '' })
    expect([later.anchored?.release, later.releases.length, later.problems]).toEqual([1, 2, []])
  }))
