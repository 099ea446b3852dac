import { expect, test } from 'vitest'
import { addressOf, makeFigured, makeReference, rich, toPlainText } from '../../src/compose/rich.ts'

const pick = { dataset: 'cases', table: 'level', measure: 'closed', where: { place: '990100', level: 'city' } }

const CASES = { zh: '件', en: { one: 'case', other: 'cases' } }

test('a sentence keeps its words and its numbers apart, and leaves empty words out', () => {
  const number = makeReference('3.2%')
  expect(rich`受理${'1 件'}，比上月多${number}${''}。`).toEqual(['受理', '1 件', '，比上月多', number, '。'])
  expect(rich`${rich`甲${number}`}乙`).toEqual(['甲', number, '乙'])
  expect(rich``).toEqual([])
  expect(toPlainText(rich`受理${number}。`)).toBe('受理3.2%。')
})

test('a number says which cell it is', () => {
  const cell = { value: 1284, status: 'final' } as const
  expect(makeFigured({ cell, pick, period: '2026-10', unit: CASES, decimals: 0, lang: 'en' })).toEqual({
    text: '1,284 cases',
    role: 'now',
    cell: 'cases/level/2026-10?place=990100&level=city#closed',
  })
  const missing = { value: null, status: 'not-reported' } as const
  expect(makeFigured({ cell: missing, pick, period: '2026-10', unit: '件', decimals: 0, lang: 'zh' }).text).toBe('—')
})

test('the address of a cell of a table without dimensions', () => {
  expect(addressOf({ ...pick, where: {} }, '2026')).toBe('cases/level/2026?#closed')
})
