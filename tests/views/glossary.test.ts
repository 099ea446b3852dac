import { expect, test } from 'vitest'
import { buildGlossary } from '../../src/views/glossary/glossary-page.ts'
import { listQuestions } from '../../src/views/help/help-page.ts'
import { buildSearchRecords } from '../../src/views/search-records.ts'
import { CITY, makeCity } from './city.ts'

const RATE = {
  of: 'cases/on_time_rate',
  also: { zh: ['结案率'], en: ['closure rate'] },
  not: { zh: '不是办结了多少。', en: 'Not how many were closed.' },
}

test('every published measure has an entry, and no anchor is there twice', () => {
  const entries = buildGlossary(CITY).flatMap((group) => group.entries)
  const ids = entries.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { contract, spec } of CITY.published.tables.values())
    for (const measure of Object.keys(spec.measures)) expect(ids).toContain(`${contract.id}-${measure}`)
  for (const { means } of entries) expect(Math.min(means.zh.length, means.en.length)).toBeGreaterThan(2)
})

test('words of the portal come beside what the contract says: method, formula, newest numbers', () => {
  const site = makeCity(['cases'], { terms: [RATE] })
  const entry = buildGlossary(site)
    .flatMap((group) => group.entries)
    .find(({ id }) => id === 'cases-on_time_rate')
  expect(entry).toMatchObject({ not: RATE.not, also: RATE.also })
  expect(entry?.means.zh).toBe('按期办结÷应结。分母是应结，不是办结。')
  expect(entry?.formula?.zh).toBe('按期办结 ÷ 应结 × 100')
  expect(entry?.example?.zh).toMatch(/\d+ ÷ \d+ × 100 = \d/)
})

test('a value of a list is explained where the portal says what it means', () => {
  const terms = [{ of: 'permits/class/key', means: { zh: '影响较大的单位。', en: 'Units of much effect.' } }]
  const entries = buildGlossary(makeCity(['permits'], { terms })).flatMap((group) => group.entries)
  expect(entries.find(({ id }) => id === 'permits-class-key')?.also.zh).toContain('重点')
  expect(entries.some(({ id }) => id === 'permits-class-simplified')).toBe(false)
})

test('a question of the publisher replaces the built-in question of that id, others follow', () => {
  const answer = { zh: '每月五日。', en: 'On the fifth.' }
  const questions = [
    { id: 'hall', question: { zh: '大厅在哪里？', en: 'Where is the hall?' }, answer },
    { id: 'when', question: { zh: '何时发布？', en: 'When?' }, answer },
  ]
  const found = listQuestions(makeCity(['cases'], { questions }))
  expect(found.filter(({ id }) => id === 'when')).toEqual([questions[1]])
  expect(found.at(-1)?.id).toBe('hall')
})

test('a portal without permits or an address is asked nothing of them, and promises no bulletin', () => {
  const bare = makeCity(['population'])
  const { url: _, ...settings } = bare.settings
  const found = listQuestions({ ...bare, settings })
  const ids = found.map(({ id }) => id)
  expect(ids).not.toContain('look-up-permit')
  expect(ids).not.toContain('subscribe')
  expect(ids).toContain('reuse')
  expect(found[0]?.links?.map(({ to }) => to)).toEqual(['/calendar/'])
})

test('answers say what the settings say: licence, publisher, how to reach it', () => {
  const bare = makeCity(['cases'])
  const contact = { zh: '电话：热线', en: 'phone: the hotline' }
  const settings = {
    ...bare.settings,
    licence: { name: 'CC BY-NC 4.0', url: 'https://x.example' },
    formalities: { contact },
  }
  const answers = new Map(listQuestions({ ...bare, settings }).map(({ id, answer }) => [id, answer]))
  expect(answers.get('reuse')?.zh).toContain('按CC BY-NC 4.0许可')
  expect(answers.get('report-error')?.en).toContain(`${settings.publisher.en} (phone: the hotline).`)
  for (const { zh, en } of answers.values()) expect(`${zh}${en}`).not.toMatch(/[{}]/)
})

test('each term and each answer is a record of search, by its other names too', () => {
  const records = buildSearchRecords(makeCity(['cases'], { terms: [RATE] }))
  expect(records.find(({ url }) => url === '/glossary/#cases-on_time_rate')).toMatchObject({ also: ['结案率'] })
  expect(records.find(({ url }) => url === '/en/help/#reuse')?.also).toContain('copyright')
})
