import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate, openQueries, type Query } from '../../src/search/evaluate.ts'

const PERMITS = {
  permit: { number: '91990101MA0012345X001P', holder: '某某印染有限公司' },
  permit2: { number: '91990102MA0054321X001P', holder: '某某造纸有限公司' },
}

function makeQuery(relevant: string[]): Query {
  return { class: 'exact', query: 'x', lang: 'zh', relevant }
}

test.each([
  [['/a/'], ['/a/'], 1, 1],
  [['/a/'], ['/b/', '/a/'], 1, 0.5],
  [['/a/', '/c/'], ['/b/', '/a/'], 0.5, 0.5],
  [['/a/ | /b/'], ['/b/', '/a/'], 1, 1],
  [['/p/*'], ['/p/', '/p/1/'], 1, 0.5],
  [['/a/#b'], ['/a/#c', '/a/#b'], 1, 0.5],
  [['/a/'], ['/a/#c'], 1, 1],
  [['/a/'], [], 0, 0],
  [['/a/'], [...'bcdefghijk'].map((id) => `/${id}/`).concat('/a/'), 0, 1 / 11],
])('%j in %j: recall %d, reciprocal rank %d', async (relevant, paths, recall, rank) => {
  const { scores } = await evaluate([makeQuery(relevant)], async () => paths)
  expect(scores).toMatchObject([{ recall, reciprocalRank: rank }])
})

test('figures are means over all queries and by class; base path and query of a link do not count, its anchor only where it is asked for', async () => {
  const quality = await evaluate(
    [makeQuery(['/a/']), { ...makeQuery(['/b/']), class: 'typo' }, { ...makeQuery(['/c/']), class: 'typo' }],
    async ({ relevant }) => (relevant[0] === '/c/' ? [] : [`/foo${relevant[0]}?hl=x#y`]),
    '/foo/',
  )
  expect(quality).toMatchObject({ queries: 3, recallAt10: 2 / 3, mrr: 2 / 3, successAt3: 2 / 3, zeroResults: 1 / 3 })
  expect(quality.byClass['typo']).toEqual({ queries: 2, recallAt10: 0.5, mrr: 0.5, successAt3: 0.5, zeroResults: 0.5 })
})

test('the query set: at least 150 queries in twelve classes, of them 80 as they are asked, no query twice, every judgement an address', () => {
  const yaml = readFileSync(new URL('./queries.yaml', import.meta.url), 'utf8')
  const queries = openQueries(yaml, PERMITS)
  expect(queries.length).toBeGreaterThanOrEqual(150)
  expect(queries.filter((query) => query.class === 'asked').length).toBeGreaterThanOrEqual(80)
  expect(new Set(queries.map((query) => query.class)).size).toBe(12)
  expect(new Set(queries.map((query) => `${query.lang} ${query.query}`)).size).toBe(queries.length)
  expect(queries.map((query) => query.query)).toContain('91990101ma0012345x001p')
  for (const { relevant } of queries) for (const path of relevant) expect(path).toMatch(/^\/[^{}]*(\/|\*|#[\w-]+)$/)
})
