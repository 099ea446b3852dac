import { expect, test, vi } from 'vitest'
import { makeExcerpt } from '../../src/search/excerpt.ts'

const text = `${'前'.repeat(60)}全市有效排污许可证与排污登记的数量${'后'.repeat(60)}`

test('the whole phrase is marked once, with forty characters on either side', () => {
  const found = makeExcerpt(text, '排污许可证')
  expect(found.marked).toBe('排污许可证')
  expect(found.before).toBe(`…${'前'.repeat(36)}全市有效`)
  expect(found.after).toBe(`与排污登记的数量${'后'.repeat(32)}…`)
})

test.each([
  ['排污许可征', '排污许可'],
  ['怎么查排污登记', '排污登记'],
  ['许可证 登记', '许可证'],
  ['没有的词', ''],
])('of %s it marks %s', (phrase, expected) => {
  expect(makeExcerpt(text, phrase).marked).toBe(expected)
})

test('Latin words are marked whole and in the case of the page', () => {
  expect(makeExcerpt('Median of On-time rates', 'on-time rate')).toEqual({
    before: 'Median of ',
    marked: 'On-time rate',
    after: 's',
  })
  expect(makeExcerpt('PaiWu', 'paiwuxuke').marked).toBe('')
})

test('where nothing is found the text begins at its beginning', () => {
  expect(makeExcerpt('甲'.repeat(100), '乙丙')).toEqual({ before: `${'甲'.repeat(80)}…`, marked: '', after: '' })
})

test('a pasted paragraph is looked for in no more pieces than a long phrase', () => {
  const looks = vi.spyOn(String.prototype, 'indexOf')
  const count = (phrase: string) => {
    looks.mockClear()
    makeExcerpt('无关'.repeat(5000), phrase)
    return looks.mock.calls.length
  }
  try {
    expect(count('长'.repeat(10))).toBeGreaterThan(10)
    expect(count('长'.repeat(5000))).toBe(count('长'.repeat(100)))
  } finally {
    looks.mockRestore()
  }
})
