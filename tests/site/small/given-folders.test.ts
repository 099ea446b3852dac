import { cp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../../scripts/publish.ts'
import { main as sql } from '../../../scripts/sql.ts'
import { runScript, treeOf, withPortal } from '../with-portal.ts'

const FIRST = ['--yes', '--today', '2026-11-20']

const publishGiven = (folder: string, handed: string) =>
  runScript(publish, folder, [...FIRST, '--tables', handed, '--preview', join(folder, 'given')])

test('tables of several datasets are published in one run, and those of a period twice are refused', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
    const handed = join(folder, 'handed')
    for (const dataset of ['satisfaction', 'street-lamps']) {
      await runScript(sql, folder, ['--dataset', dataset, '--hand-over', join(handed, dataset)])
    }
    const run = await runScript(sql, folder, ['--run', handed])
    expect(run.code, run.err).toBe(0)
    await rm(join(folder, 'data/raw'), { recursive: true })
    const made = await publishGiven(folder, handed)
    expect(made.code, made.out + made.err).toBe(0)
    expect(await treeOf(join(folder, 'given'))).toEqual(await treeOf(join(folder, 'by-line')))
    await cp(join(handed, 'satisfaction'), join(handed, 'twice'), { recursive: true })
    const twice = await publishGiven(folder, handed)
    expect([twice.code, twice.err]).toEqual([
      1,
      expect.stringContaining('the folder satisfaction was run more than once (results in satisfaction, twice)'),
    ])
  }))

test('tables of periods that several readers have handed over are published as of one', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, [...FIRST, '--preview', join(folder, 'by-line')])
    const [raw, handed] = [join(folder, 'data/raw/satisfaction'), join(folder, 'handed')]
    const [first = '', ...later] = await readdir(raw)
    // The later periods lie on the first machine, so that the folders are not in their order.
    await rename(join(raw, first), join(folder, first))
    await runScript(sql, folder, ['--dataset', 'satisfaction', '--hand-over', join(handed, 'a')])
    for (const file of later) await rm(join(raw, file))
    await rename(join(folder, first), join(raw, first))
    await runScript(sql, folder, ['--dataset', 'satisfaction', '--hand-over', join(handed, 'b')])
    const run = await runScript(sql, folder, ['--run', handed])
    expect(run.code, run.err).toBe(0)
    const made = await publishGiven(folder, handed)
    expect(made.code, made.out + made.err).toBe(0)
    expect(await treeOf(join(folder, 'given'))).toEqual(await treeOf(join(folder, 'by-line')))
  }))
