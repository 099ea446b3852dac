import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { expect, test } from 'vitest'
import { exitCodeOf } from '../../scripts/command/run-command.ts'
import { main as publish } from '../../scripts/publish.ts'
import { main as verify } from '../../scripts/verify.ts'
import { openFolder } from '../../src/store/file-reader.ts'
import { findStampedHead } from '../../src/store/site-sums.ts'
import { verifySite } from '../../src/store/verify-site.ts'
import { catchOutput, runScript, treeOf, withPortal } from './with-portal.ts'

const PROJECT = join(import.meta.dirname, '../..')

test('a portal of two datasets becomes a site, the same byte for byte in any time zone and from what is kept', () =>
  withPortal(['small'], async (folder) => {
    await runScript(publish, folder, ['--yes', '--today', '2026-11-20'])
    const [west, east] = [await build(folder, 'America/New_York'), await build(folder, 'Asia/Shanghai')]
    expect(Object.keys(east)).toEqual(Object.keys(west))
    expect(Object.keys(east).filter((path) => east[path] !== west[path])).toEqual([])
    // What an earlier build has kept gives the same site: nothing is kept for another zone.
    const again = await build(folder, 'Asia/Shanghai')
    expect(Object.keys(again)).toEqual(Object.keys(east))
    expect(Object.keys(again).filter((path) => again[path] !== east[path])).toEqual([])
    for (const page of ['index.html', 'en/index.html', 'topics/lamps/index.html', 'data/street-lamps/index.html']) {
      expect(east[page]).toContain('</html>')
    }
    expect(east['data/street-lamps/lamps/2026-10.1.csv']).toContain('2026-10,990200,石榴市,city,led,')
    expect(east['topics/lamps/index.html']).not.toContain('巡查员')
    expectRooms(east)
    await expectVerified(join(folder, 'dist-Asia-Shanghai'))
    expect(east['calendar/index.html']).toMatch(/还没有一份文件可以判断是否按时[\s\S]*本站没有部门名单/)
    expect(east['en/quality/index.html']).toContain('Street lighting office')
    expect(east['calendar/calendar.ics']).toBeUndefined()
    expect(east['zh-hant/reports/2026-10/index.html']).toMatch(/<html lang="zh-Hant"[^>]*>[\s\S]*石榴市[\s\S]*路燈/)
    expect(east['reports/2026-10/index.html']).toContain('<a href="/zh-hant/reports/2026-10/" lang="zh-Hant"')
    // A page that has moved is not read.
    expect(east['zh-hant/data/street-lamps/index.html']).toContain('資料')
    expect(east['zh-hant/data/lamps/index.html']).toBeUndefined()
    // Without an address of its own, a site has nothing that would have to name one.
    const named =
      /^(?:catalog\.jsonld|croissant\.json|sitemap\.xml|robots\.txt|llms\.txt|opensearch\.xml|(?:en\/)?feeds\/)/
    expect(Object.keys(east).filter((path) => named.test(path))).toEqual([])
    expect(east['data/street-lamps/lamps/latest.csv']).toBe(east['data/street-lamps/lamps/2026-10.1.csv'])
    expect(east['data/deliveries.1.csv']).toContain('street-lamps,,2026-10,')
    expect(east['data/lamps/index.html']).toMatch(/路灯已于2026年10月1日迁到新地址[\s\S]*href="\/data\/street-lamps\/"/)
    expect(east['en/reports/latest/index.html']).toContain('content="0;url=/en/reports/2026-10/"')
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

/** A flipped bit in every file at once, but for the log and the lists, at five places of each: every file is named. */
async function expectEachNamed(site: string, list: readonly string[]): Promise<void> {
  const read = openFolder(site)
  const sealed = new Set(list.filter((path) => !['data/releases.jsonl', 'data/heads.txt', 'SHA256SUMS'].includes(path)))
  for (const place of [0, 0.25, 0.5, 0.75, 1]) {
    const readTampered = async (path: string) => {
      const bytes = await read(path)
      if (bytes === null || bytes.length === 0 || !sealed.has(path)) return bytes
      const tampered = Buffer.from(bytes)
      const at = Math.floor((bytes.length - 1) * place)
      tampered[at] = (bytes[at] ?? 0) ^ 1
      return tampered
    }
    const { problems } = await verifySite({ kind: 'site', read: readTampered, list })
    expect(new Set(problems.map(({ file }) => file)), `at ${place}`).toEqual(sealed)
  }
}

/** Whoever has the site alone finds a flipped bit in any kind of file, and learns which; live as on disk. */
async function expectVerified(site: string): Promise<void> {
  const list = Object.keys(await treeOf(site))
  const found = await verifySite({ kind: 'site', read: openFolder(site), list })
  expect([found.problems, found.releases.length, found.listed]).toEqual([[], 1, list.length - 1])
  const page = await readFile(join(site, 'index.html'), 'utf8')
  expect(findStampedHead(page)).toBe(found.head)
  const kinds = Map.groupBy(
    list,
    (path) => `${path.startsWith('data/')} ${extname(path)} ${path.split('/').length > 3}`,
  )
  const samples = [...kinds.values()].map((paths) => paths[0] ?? '')
  const named = ['data/releases.jsonl', 'data/heads.txt', 'data/street-lamps/lamps.csv', 'data/street-lamps/lamps.json']
  for (const path of new Set([...samples, ...named, 'SHA256SUMS', 'index.html'])) {
    const bytes = await readFile(join(site, path))
    const middle = Math.floor(bytes.length / 2)
    const tampered = Buffer.from(bytes)
    tampered[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(join(site, path), tampered)
    const { problems } = await verifySite({ kind: 'site', read: openFolder(site), list })
    const files = problems
      .filter(({ level }) => level === 'error')
      .map(({ file }) => file?.replace(/^published\//, 'data/'))
    // A line of SHA256SUMS that is another now is known by the file that it names.
    if (path === 'SHA256SUMS') expect(files.length, path).toBeGreaterThan(0)
    else expect(files, path).toContain(path)
    await writeFile(join(site, path), bytes)
  }
  await expectEachNamed(site, list)
  const old = await verifySite({ kind: 'site', read: openFolder(site), list, head: '0'.repeat(64) })
  expect(old.problems.map(({ rule }) => rule)).toEqual(['log-head-unknown'])
  await expectVerifiedLive(site, found.head ?? '')
}

async function expectVerifiedLive(site: string, head: string): Promise<void> {
  const server = createServer(async (request, response) => {
    const path = join(site, decodeURIComponent(request.url ?? '').replace(/^\/foo\//, ''))
    const bytes = existsSync(path) && (await readFile(path))
    response.writeHead(bytes ? 200 : 404).end(bytes || 'not here')
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  try {
    const address = `http://127.0.0.1:${port}/foo`
    const run = await catchOutput(() => exitCodeOf(verify, [address, '--head', head]))
    expect([run.result, run.out]).toEqual([0, expect.stringContaining('留存的校验值是第1次发布')])
    await rm(join(site, 'index.html'))
    const less = await catchOutput(() => exitCodeOf(verify, [address, '--format', 'json']))
    expect(less.result).toBe(1)
    expect(JSON.parse(less.out).problems).toMatchObject([{ rule: 'site-file-missing', file: 'index.html' }])
  } finally {
    server.close()
  }
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
  expect(run.stderr).toContain('site.yaml 没有写 url，未生成 none: site.yaml has no url')
  return treeOf(out)
}
