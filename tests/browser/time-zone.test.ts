import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runProgram } from '../../scripts/command/child.ts'
import { PROJECT } from '../../scripts/command/options.ts'
import { filesOf } from '../browser/built-pages.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingge-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('two builds of the same input are byte-equal, whatever the time zone', async () => {
  smallPortal(join(folder, 'data'))
  const trees: Record<string, string>[] = []
  // East and west of the date line: a local day shows itself in one of them at any hour.
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const out = join(folder, zone.replace('/', '-'))
    await script(zone, 'publish', ['--preview', `${out}-published`, '--date', '2026-11-23'])
    await script(zone, 'build', ['--published', `${out}-published`, '--out', out])
    trees.push(hashes(out))
  }
  const [east = {}, west = {}] = trees
  expect(Object.keys(east).length).toBeGreaterThan(50)
  expect(Object.keys(east).filter((file) => east[file] !== west[file])).toEqual([])
  expect(Object.keys(west)).toEqual(Object.keys(east))
})

/** The last files of every dataset, so that the builds stay short. */
function smallPortal(data: string): void {
  const raw = join(PROJECT, 'data/raw')
  for (const dataset of readdirSync(raw)) {
    const files = readdirSync(join(raw, dataset)).toSorted()
    const kept = [
      ...files.filter((file) => file.endsWith('.yaml')),
      ...files.filter((file) => !file.endsWith('.yaml')).slice(-2),
    ]
    for (const file of kept) cpSync(join(raw, dataset, file), join(data, 'raw', dataset, file))
  }
  cpSync(join(PROJECT, 'data/places.csv'), join(data, 'places.csv'))
}

async function script(zone: string, verb: string, args: string[]): Promise<void> {
  const program = [join(PROJECT, 'scripts', `${verb}.ts`), '--data', join(folder, 'data'), ...args]
  const ended = await runProgram(process.execPath, program, { gather: true, env: { TZ: zone } })
  expect(ended.code, ended.output).toBe(0)
}

function hashes(site: string): Record<string, string> {
  const named = filesOf(site).map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(site, file)))
      .digest('hex'),
  ])
  return Object.fromEntries(named)
}
