import { expect, test } from 'vitest'
import { sortSections, tallyOf } from '../../../src/checker/page/tally.ts'

const sections = ['clean', 'stopped', 'clean', 'unread', 'repaired'].map((outcome) => ({ dataset: { outcome } }))

test('files that want something come before those that are in order', () => {
  expect(sortSections(sections).map((item) => item.dataset.outcome)).toEqual([
    'stopped',
    'unread',
    'repaired',
    'clean',
    'clean',
  ])
})

test('how many there are of each is stated', () => {
  expect(tallyOf(sections, 'zh')).toBe('1个要改，1个没能读取，1个没有错误，2个没有问题')
  expect(tallyOf(sections, 'en')).toBe('1 to correct, 1 not read, 1 without errors, 2 in order')
})
