import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Contract } from '../../src/contracts/contract.ts'
import { thesaurusSchema } from '../../src/portal/settings.ts'
import { pinyinOf } from '../../src/search/pinyin.ts'
import { PLACE_READINGS } from '../../src/search/place-readings.ts'
import { findMissingSynonyms, findTerms, openThesaurus } from '../../src/search/thesaurus.ts'

const yaml = readFileSync(new URL('../../content/thesaurus.yaml', import.meta.url), 'utf8')
const groups = openThesaurus(thesaurusSchema.parse(parse(yaml)), [])

test('the file holds at least 60 groups, each id and each word of a group once', () => {
  expect(groups.length).toBeGreaterThanOrEqual(60)
  expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
  for (const { id, zh, en } of groups) {
    expect(new Set(zh).size, `${id} zh`).toBe(zh.length)
    expect(new Set(en).size, `${id} en`).toBe(en?.length)
  }
})

test.each([
  ['人口老龄化', '老人'],
  ['排污许可证', '环保证'],
  ['12345热线', '投诉'],
  ['群众满意度', '好评'],
  ['道路积水', '内涝'],
  ['养老机构', '敬老院'],
  ['按期办结率', '及时率'],
  ['预期寿命', '长寿'],
  ['窨井盖破损', '井盖'],
])('a page with %s is found by %s', (page, typed) => {
  const found = findMissingSynonyms(page, groups, 'zh')
  expect([...found, ...findTerms(page, groups)]).toContain(typed)
})

test('a page gets nothing from groups that it does not touch, and no word that it holds', () => {
  expect(findMissingSynonyms('天气预报', groups, 'zh')).toEqual([])
  expect(findMissingSynonyms('路灯', groups, 'zh')).not.toContain('路灯')
})

test('English members begin at the beginning of a word', () => {
  expect(findMissingSynonyms('Nursing home beds', groups, 'en')).toContain('care home')
  expect(findMissingSynonyms('the packaging plant', groups, 'en')).not.toContain('elderly')
})

test('a contract brings its synonyms and the spellings of its headers', () => {
  const contract: Contract = {
    id: 'trees',
    title: { zh: '树木普查', en: 'Tree census' },
    description: { zh: '每行一棵。', en: 'One row a tree.' },
    class: 'O',
    frequency: 'year',
    keeper: { zh: '园林部门', en: 'Parks department' },
    topic: 'trees',
    columns: {
      girth: {
        type: { kind: 'number' },
        names: { zh: '树干周长', en: 'Girth' },
        headers: ['胸径周长', '周长'],
        privacy: 'public',
      },
    },
    key: ['girth'],
    tables: {},
    synonyms: ['大树名单', 'tree list'],
  }
  const own = openThesaurus([], [contract])
  expect(findMissingSynonyms('树木普查结果', own, 'zh')).toEqual(['大树名单'])
  expect(findMissingSynonyms('树干周长', own, 'zh')).toEqual(['胸径周长'])
  expect(findMissingSynonyms('Tree census', own, 'en')).toEqual(['tree list'])
})

test('pinyin is joined, and ü is typed as v and as u', () => {
  expect(pinyinOf('办结率')).toEqual(['banjielv', 'banjielu'])
  expect(pinyinOf('排污许可')).toEqual(['paiwuxuke'])
  expect(pinyinOf('绿春县')).toEqual(['lvchunxian', 'luchunxian'])
})

test.each([
  ['单县', ['shanxian', 'danxian']],
  ['乐清市', ['yueqingshi', 'leqingshi']],
  ['蔚县', ['yuxian', 'weixian']],
  ['黄陂区', ['huangpiqu', 'huangbeiqu']],
  ['武汉市黄陂区', ['wuhanshihuangpiqu', 'wuhanshihuangbeiqu']],
  ['番禺区', ['panyuqu', 'fanyuqu']],
  ['吕梁市', ['lvliangshi', 'luliangshi']],
])('%s is found by its official reading and by those that its characters have elsewhere', (place, readings) => {
  expect(pinyinOf(place)).toEqual(readings)
})

test('the readings of places have a syllable for each character', () => {
  for (const [place, reading] of Object.entries(PLACE_READINGS)) {
    expect(reading, place).toMatch(new RegExp(`^[a-z]+(?: [a-z]+){${place.length - 1}}$`))
  }
})
