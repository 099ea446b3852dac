import { expect, test } from 'vitest'
import { findVoice, splitSentences } from '../../src/reading/spoken-text.ts'

test.each([
  [
    'zh',
    '受理1,065件，按期办结率88.2%（95%区间81%—87%）。',
    ['受理1065件，按期办结率百分之88.2（百分之95区间百分之81到百分之87）。'],
  ],
  [
    'zh',
    '按期办结率 = 按期办结 ÷ 应结；变化−1.2个百分点。',
    ['按期办结率等于按期办结除以应结；', '变化负1.2个百分点。'],
  ],
  ['zh', '2026-10-28更正，出生率6.5‰，不足≤5.0%。', ['2026年10月28日更正，出生率千分之6.5，不足不高于百分之5.0。']],
  ['zh', '2023—2025年', ['2023到2025年']],
  [
    'en',
    'It was 88.2% (81–87%).  Of 1,065 cases, 921 closed.',
    ['It was 88.2% (81 to 87%).', 'Of 1,065 cases, 921 closed.'],
  ],
  ['en', 'Rate = closed ÷ due; −1.2 points', ['Rate = closed divided by due;', 'minus 1.2 points']],
  ['en', '  \n ', []],
] as const)('%s: %s', (lang, text, said) => {
  expect(splitSentences(text, lang)).toEqual(said)
})

test('a voice is of the region, else of the language, else there is none', () => {
  const voices = ['en-US', 'zh-HK', 'zh_CN', 'zh-TW'].map((lang) => ({ lang }))
  const find = (lang: string) => findVoice(voices, lang)?.lang
  expect([find('zh-CN'), find('zh-Hant'), find('en'), find('fr')]).toEqual(['zh_CN', 'zh-TW', 'en-US', undefined])
  expect(findVoice([{ lang: 'zh-HK' }], 'zh-CN')?.lang).toBe('zh-HK')
})
