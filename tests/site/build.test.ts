import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main as publish } from '../../scripts/publish.ts'
import { runScript, treeOf, withPortal } from './portal.ts'

const PROJECT = join(import.meta.dirname, '../..')

test('a portal of two datasets becomes a site, the same byte for byte in any time zone', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, ['--yes', '--today', '2026-11-20'])
    const [west, east] = [await build(folder, 'America/New_York'), await build(folder, 'Asia/Shanghai')]
    expect(Object.keys(east)).toEqual(Object.keys(west))
    expect(Object.keys(east).filter((path) => east[path] !== west[path])).toEqual([])
    for (const page of ['index.html', 'en/index.html', 'topics/lamps/index.html', 'data/street-lamps/index.html']) {
      expect(east[page]).toContain('</html>')
    }
    expect(east['data/street-lamps/lamps/2026-10.1.csv']).toContain('2026-10,990200,石榴市,city,led,')
    expect(east['topics/lamps/index.html']).not.toContain('巡查员')
    expectRooms(east)
  }))

/** What a contract without code is shown as: a section of its own on each page, in both languages. */
function expectRooms(tree: Record<string, string>): void {
  const places = ['990200', '990201', '990202'].map((code) => `places/${code}/index.html`)
  for (const page of [
    'reports/2026-08/index.html',
    'reports/2026-10/index.html',
    'topics/lamps/index.html',
    ...places,
  ]) {
    expect(tree[page], page).toMatch(/<section[^>]*s-street-lamps"[\s\S]*月末盏数[\s\S]*<svg/)
    expect(tree[`en/${page}`], page).toMatch(/<section[^>]*s-street-lamps"[\s\S]*Lamps at end[\s\S]*<svg/)
    expect(tree[page]).toContain('data-pagefind-body')
  }
  expect(tree['index.html']).toMatch(/topics\/lamps\/[\s\S]*发光二极管<b[^>]*>2,000<\/b>/)
  expect(tree['en/index.html']).toMatch(/topics\/lamps\/[\s\S]*LED <b[^>]*>2,000<\/b>/)
  // A topic without words of the portal has a page too, and its figures are files.
  expect(tree['en/topics/satisfaction/index.html']).toContain('Satisfaction with handling')
  expect(tree['topics/lamps/street-lamps-lamps-lamps-end-over-time.csv']).toContain('2026-10,2000,670')
  // Nothing is said of what this portal does not have.
  const pages = Object.entries(tree).filter(([path]) => path.endsWith('.html') && !/(^|\/)(methods|check)\//.test(path))
  for (const [path, html] of pages)
    expect(html, path).not.toMatch(/许可证|网格事件的|[Dd]ischarge permit|on-time rate|文献台账/)
}

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
