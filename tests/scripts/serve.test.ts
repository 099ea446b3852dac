import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '../../scripts/command/run-command.ts'
import { type Served, SITE_HEADERS, serveFolder, TYPES } from '../../scripts/serve.ts'
import { readProject } from '../house/files.ts'

let folder: string
let served: Served

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-'))
  await mkdir(join(folder, 'site', 'about'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'site', 'index.html'), '首页')
  await writeFile(join(folder, 'site', '404.html'), '没有')
  await writeFile(join(folder, 'site', 'about', 'index.html'), '关于')
  await writeFile(join(folder, 'site', 'data.csv'), 'a,b\n')
  await writeFile(join(folder, 'site', 'picture.png'), 'png')
  await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'))
  served = await serveFolder(join(folder, 'site'), { base: '/foo/' })
})

afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

const ask = (path: string, init: RequestInit = {}) => fetch(new URL(path, served.url), { redirect: 'manual', ...init })

test.each([
  ['/foo/', 200, 'text/html; charset=utf-8', '首页'],
  ['/foo/about/', 200, 'text/html; charset=utf-8', '关于'],
  ['/foo/data.csv?x=1', 200, 'text/csv; charset=utf-8', 'a,b\n'],
  ['/foo/picture.png', 200, 'image/png', 'png'],
  ['/foo/nothing/', 404, 'text/html; charset=utf-8', '没有'],
  ['/about/', 404, 'text/html; charset=utf-8', '没有'],
  ['/foo/..%2fsecret.txt', 404, 'text/html; charset=utf-8', '没有'],
  ['/foo/link.txt', 404, 'text/html; charset=utf-8', '没有'],
  ['/foo/%E0%A4%A', 404, 'text/html; charset=utf-8', '没有'],
  ['/foo/%00', 404, 'text/html; charset=utf-8', '没有'],
])('%s', async (path, status, type, text) => {
  const answer = await ask(path)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([status, type, text])
})

test.each([
  ['/foo', '/foo/'],
  ['/foo/about?q=1', '/foo/about/?q=1'],
])('%s leads to %s', async (path, location) => {
  const answer = await ask(path)
  expect([answer.status, answer.headers.get('location')]).toEqual([301, location])
})

test('text is zipped for who asks, pictures are not', async () => {
  const zip = { headers: { 'accept-encoding': 'gzip' } }
  expect((await ask('/foo/', zip)).headers.get('content-encoding')).toBe('gzip')
  expect(await (await ask('/foo/', zip)).text()).toBe('首页')
  expect((await ask('/foo/picture.png', zip)).headers.get('content-encoding')).toBeNull()
  expect(
    (await ask('/foo/', { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding'),
  ).toBeNull()
})

test('a file that has changed is sent again', async () => {
  await writeFile(join(folder, 'site', 'new.html'), 'old')
  expect(await (await ask('/foo/new.html')).text()).toBe('old')
  await writeFile(join(folder, 'site', 'new.html'), 'newer')
  expect(await (await ask('/foo/new.html')).text()).toBe('newer')
})

test('only GET and HEAD', async () => {
  expect((await ask('/foo/', { method: 'POST', body: 'x' })).status).toBe(405)
  const head = await ask('/foo/', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('the next port where one is taken', async () => {
  const port = Number(new URL(served.url).port)
  const second = await serveFolder(join(folder, 'site'), { port })
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await second.close()
})

test('the headers are those of the README, on pages, pictures and what is missing', async () => {
  const nginx = [...readProject('README.md').matchAll(/^ +add_header (\S+) (?:"([^"]*)"|(\S+));$/gm)]
  const wanted = Object.fromEntries(nginx.map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare]))
  expect(SITE_HEADERS).toEqual(wanted)
  for (const path of ['/foo/', '/foo/picture.png', '/foo/nothing/']) {
    const { headers } = await ask(path)
    expect(Object.keys(wanted).map((name) => [name, headers.get(name)])).toEqual(Object.entries(wanted))
  }
})

test('nginx of the README says the charset of every text, CSV above all', async () => {
  const listed = /^ +charset_types ([^;]+);$/m.exec(readProject('README.md'))?.[1]?.split(' ') ?? []
  expect(listed).toContain('text/csv')
  const texts = Object.values(TYPES).flatMap((type) => /^(.*); charset=utf-8$/.exec(type)?.[1] ?? [])
  // nginx gives its charset to HTML whatever the list says, and warns where HTML is in it.
  expect(texts.filter((type) => type !== 'text/html' && !listed.includes(type))).toEqual([])
  expect(listed).not.toContain('text/html')
})

test('a folder that is not there is refused', async () => {
  await expect(serveFolder(join(folder, 'none'))).rejects.toThrow(InputError)
})
