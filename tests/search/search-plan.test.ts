import { expect, test } from 'vitest'
import { buildHanData } from '../../src/search/han.ts'
import { type Engine, type Filters, type Hit, search } from '../../src/search/search-plan.ts'
import { makeSimplifier } from '../../src/search/simplify.ts'

const { map, stopWords } = buildHanData()

/** An index of words, each matched from its beginning, as Pagefind does: what no page holds is cut until a page holds it. */
function makeEngine(pages: Record<string, string>, boosts: Record<string, number> = {}): Engine & { asked: string[] } {
  const asked: string[] = []
  const words = Object.entries(pages).map(([id, text]) => [id, text.split(' ')] as const)
  function listHolders(word: string): string[] {
    for (let length = word.length; length > 0; length--) {
      const found = words.filter(([, all]) => all.some((candidate) => candidate.startsWith(word.slice(0, length))))
      if (found.length > 0) return found.map(([id]) => id)
    }
    return []
  }
  async function ask(term: string, { kind }: Filters) {
    // None of these pages explains a term.
    if (kind) return { hits: [], counts: {} }
    asked.push(term)
    const quoted = /^"(.*)"$/.exec(term)?.[1]
    const lists = quoted
      ? [words.filter(([, all]) => all.includes(quoted)).map(([id]) => id)]
      : term.split(' ').map(listHolders)
    const ids = Object.keys(pages).filter((id) => lists.every((list) => list.includes(id)))
    return { hits: ids.map((id) => makeHit(id, pages[id] ?? '')), counts: {} }
  }
  return { lang: 'zh', pages: words.length, boosts: new Map(Object.entries(boosts)), search: ask, asked }
}

function makeHit(id: string, content: string): Hit {
  return { id, score: 1, load: async () => ({ url: `/${id}/`, content, meta: { title: id }, filters: {} }) }
}

async function find(where: Engine, text: string) {
  const found = await search(where, { text, filters: {}, simplify: makeSimplifier(map), stopWords })
  return { whole: found.whole.map(({ id }) => id), partial: found.partial.map(({ id }) => id) }
}

const PERMITS = '排污 污许 许可 可证'

test('every word must be on the page, in simplified characters whatever was typed', async () => {
  const where = makeEngine({ permits: PERMITS, cases: '网格 案卷' })
  expect(await find(where, '排污许可证')).toEqual({ whole: ['permits'], partial: [] })
  expect(await find(where, '排汙許可證')).toEqual({ whole: ['permits'], partial: [] })
})

test('a typo finds pages that hold enough of the query, apart from whole matches', async () => {
  const where = makeEngine({ permits: PERMITS, cases: '网格 可证', noise: '可能' })
  const { whole, partial } = await find(where, '排污许可征')
  expect(whole).toEqual([])
  expect(partial).toEqual(['permits'])
})

test('a number is asked for exactly first, also beside other words', async () => {
  const where = makeEngine({ other: '91990101ma00000001x001p2', wanted: '91990101ma00000001x001p' })
  expect((await find(where, '91990101MA00000001X001P')).whole[0]).toBe('wanted')
  expect((await find(where, '许可证编号 91990101MA00000001X001P')).whole[0]).toBe('wanted')
  expect(where.asked[0]).toBe('"91990101ma00000001x001p"')
})

test('pinyin that no page holds does not find what merely begins like it', async () => {
  const where = makeEngine({ permit: 'ma0012345', satisfied: 'manyidu' })
  expect(await find(where, 'manyidu')).toEqual({ whole: ['satisfied'], partial: [] })
  expect(await find(makeEngine({ permit: 'ma0012345' }), 'manyidu')).toEqual({ whole: [], partial: [] })
})

test('pinyin set apart is also tried joined', async () => {
  const where = makeEngine({ permits: 'paiwuxuke' })
  expect((await find(where, 'pai wu xu ke')).whole).toEqual(['permits'])
})

test.each(['lvliangshi', 'luliangshi', 'lüliangshi', 'LÜLIANGSHI', 'lu\u0308 liang shi'])(
  '%s finds 吕梁市',
  async (typed) => {
    const where = makeEngine({ place: '吕梁 梁市 lvliangshi luliangshi' })
    expect((await find(where, typed)).whole).toEqual(['place'])
  },
)

test('a question is answered by what it is about', async () => {
  const where = makeEngine({ data: '下载 载数 数据' })
  expect((await find(where, '怎么下载数据？')).whole).toEqual(['data'])
})

test('hubs come before pages that mention the same words, and a page of that name before both', async () => {
  const where = makeEngine({ mention: PERMITS, hub: PERMITS }, { hub: 1.5 })
  expect((await find(where, '排污许可证')).whole).toEqual(['hub', 'mention'])
  const named = makeEngine({ hub: '排污', 排污: '排污' }, { hub: 1.5 })
  expect((await find(named, '排污')).whole).toEqual(['排污', 'hub'])
})

test('a pair that is on no page counts for less than a pair that is on a page', async () => {
  // The engine cuts 灯不 and 不亮, which nobody holds, to 灯 and 不.
  const where = makeEngine({ about: '灯火 不是', lamps: '路灯' }, { about: 1.6 })
  expect((await find(where, '路灯不亮')).partial[0]).toBe('lamps')
})

test('a pasted paragraph is cut', async () => {
  const where = makeEngine({ a: '甲' })
  await find(
    where,
    '乙丙丁戊己庚辛壬癸子'.repeat(20).replace(/./g, (character, i) => character + String.fromCodePoint(0x4e00 + i)),
  )
  expect(Math.max(...where.asked.map((term) => term.split(' ').length))).toBe(32)
})

test('nothing typed that is a word finds nothing', async () => {
  expect(await find(makeEngine({ a: '甲' }), '？！')).toEqual({ whole: [], partial: [] })
})

test('a question comes to the term that it is about, a name to its page first and to the term second', async () => {
  const pages: Record<string, string> = { page: '应结', due: '应结', other: '应结 按期' }
  const named: Record<string, string> = { due: '应结|应办结', other: '按期应结' }
  const where: Engine = {
    lang: 'zh',
    pages: 3,
    boosts: new Map(),
    search: async (term, { kind }) => ({
      hits: Object.entries(pages)
        .filter(([id, text]) => term.split(' ').every((word) => text.includes(word)) && (!kind || id in named))
        .map(([id, content]) => ({
          id,
          score: 1,
          load: async () => ({ url: `/${id}/`, content, meta: { title: id, also: named[id] ?? '' }, filters: {} }),
        })),
      counts: {},
    }),
  }
  expect((await find(where, '应结是什么意思')).whole).toEqual(['due', 'other', 'page'])
  expect((await find(where, '应结')).whole).toEqual(['page', 'due', 'other'])
})
