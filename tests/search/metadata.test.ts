import { expect, test } from 'vitest'
import { readMetadata } from '../../src/search/metadata.ts'
import { openThesaurus } from '../../src/search/thesaurus.ts'

const GROUPS = openThesaurus(
  [
    { id: 'permit', zh: ['排污许可', '排污证'], en: ['discharge permit', 'pollution permit'] },
    { id: 'on-time', zh: ['办结率', '及时率'], en: ['on-time rate', 'punctuality'] },
  ],
  [],
)

test('synonyms of the title are kept apart from those of the text', () => {
  const page = { lang: 'zh', title: '排污许可', text: '排污许可按期办结率', authority: null } as const
  expect(readMetadata(page, GROUPS)).toEqual({
    t: '排污 污许 许可 可',
    st: '排污 污证',
    s: '及时 时率',
    py: 'paiwuxuke',
  })
})

test('a hub has its title twice, and what it speaks of in pinyin', () => {
  const page = { lang: 'zh', title: '事件', text: '按期办结率', authority: '2' } as const
  expect(readMetadata(page, GROUPS)).toEqual({
    t: '事件 件',
    h: '事件 件 shijian',
    s: '及时 时率 banjielv banjielu',
    py: 'shijian',
  })
})

test('English has words and no pinyin', () => {
  const page = { lang: 'en', title: 'Discharge permits', text: 'on-time rate', authority: '1' } as const
  expect(readMetadata(page, GROUPS)).toEqual({
    t: 'discharge permits',
    h: 'discharge permits',
    st: 'pollution permit',
    s: 'punctuality',
  })
})
