import { expect, test } from 'vitest'
import { describeAbout } from '../../src/compose/bound/about-words.ts'

test.each<[number, string, string]>([
  [3, '不到一成', 'less than 10%'],
  [8, '近一成', 'almost 10%'],
  [27, '近三成', 'almost 30%'],
  [29.6, '三成', 'about 30%'],
  [30.4, '三成', 'about 30%'],
  [32, '三成多', 'more than 30%'],
  [35, '三成半', 'about 35%'],
  [36, '超过三成半', 'more than 35%'],
  [20.1, '两成', 'about 20%'],
  [97, '几乎全部', 'almost 100%'],
  // All but a few is not all.
  [99.7, '几乎全部', 'almost 100%'],
  [100, '全部', '100%'],
])('%d', (percent, zh, en) => {
  expect(describeAbout(percent)).toEqual({ zh, en })
})
