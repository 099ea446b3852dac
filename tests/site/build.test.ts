import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../scripts/publish.ts'
import { runScript, treeOf, withPortal } from './portal.ts'

const PROJECT = join(import.meta.dirname, '../..')

test('a portal of two datasets becomes a site, the same byte for byte in any time zone', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, ['--date', '2026-11-20'])
    const [west, east] = [await build(folder, 'America/New_York'), await build(folder, 'Asia/Shanghai')]
    expect(Object.keys(east)).toEqual(Object.keys(west))
    expect(Object.keys(east).filter((path) => east[path] !== west[path])).toEqual([])
    for (const page of ['index.html', 'en/index.html', 'topics/lamps/index.html', 'data/street-lamps/index.html']) {
      expect(east[page]).toContain('</html>')
    }
    expect(east['data/street-lamps/lamps/2026-10.1.csv']).toContain('2026-10,990200,石榴市,led,')
    expect(east['topics/lamps/index.html']).not.toContain('巡查员')
  }))

/** The built site as a tree. */
async function build(folder: string, zone: string): Promise<Record<string, string>> {
  const out = join(folder, `dist-${zone.replace('/', '-')}`)
  const args = ['--data', join(folder, 'data'), '--content', join(folder, 'content'), '--out', out]
  const run = spawnSync(process.execPath, [join(PROJECT, 'scripts/build.ts'), ...args], {
    env: { ...process.env, TZ: zone, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  expect(run.status, run.stderr).toBe(0)
  return treeOf(out)
}
