import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite } from '../../src/views/open.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingge-open-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Opens the small portal with one of its files of words replaced. */
async function opened(file: string, text: string): Promise<unknown> {
  const at = join(folder, file.replaceAll('/', '-'))
  await cp(join(import.meta.dirname, '../site/small'), at, { recursive: true })
  await writeFile(join(at, file), text)
  return openSite({ data: join(at, 'data'), published: join(at, 'data/published'), content: join(at, 'content') })
}

test.each([
  ['a topic without its title', 'content/topics/lamps/en.mdx', '---\nsummary: Lamps\n---\n', /en\.mdx is not .*title/s],
  [
    'a topic without a head',
    'content/topics/lamps/zh.mdx',
    '路灯\n',
    'starts with no --- frontmatter with title and summary',
  ],
  [
    'a figure of no kind',
    'content/topics/lamps/zh.mdx',
    '---\ntitle: 路灯\nsummary: 灯\nfigures:\n  - id: lit\n    kind: pie\n---\n',
    /zh\.mdx is not .*kind/s,
  ],
  ['settings without a title', 'content/site.yaml', 'topics: []\n', /site\.yaml is not .*title/s],
  [
    'an event of no kind',
    'content/events.yaml',
    '- period: "2026"\n  kind: party\n  datasets: [cases]\n',
    /events\.yaml/,
  ],
])('%s is refused by the name of its file', async (_, file, text, message) => {
  await expect(opened(file, text)).rejects.toThrow(message)
})

test('a profile that the command line refuses stops the build with the same words', async () => {
  const site = opened('data/raw/street-lamps/profile.yaml', 'columns: {lamp: 盏数}\n')
  await expect(site).rejects.toMatchObject({
    problems: [{ rule: 'profile-column-unknown', file: 'raw/street-lamps/profile.yaml' }],
  })
})
