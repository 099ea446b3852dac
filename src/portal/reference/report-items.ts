import type { ItemWords } from './item-words.ts'

/** Meanings of the head of a bulletin's words. */
export const REPORT_ITEMS: ItemWords = {
  title: ['标题。', 'Title.'],
  notFigures: [
    '带数字或“高于”“下降”这类字、但不是说数据的话；不写则没有。',
    'Phrases with a numeral or a word of direction that say nothing of the data; none by default.',
  ],
  replaces: [
    '正文代替自动写成的哪些部分，如 overview；不写则不代替。',
    'Parts of the composed report that the text takes the place of, such as overview; none by default.',
  ],
  index: ['索引号，只写在中文文件里；不写则不印。', 'Index number, in the Chinese file only; not printed by default.'],
  documentNumber: [
    '文号，只写在中文文件里；不写则不印。',
    'Document number, in the Chinese file only; not printed by default.',
  ],
  writtenOn: [
    '成文日期，只写在中文文件里；不写则为本期首次发布的日期。',
    'Day on which it was written, in the Chinese file only; by default the day of the month’s first release.',
  ],
  publishedOn: [
    '发布日期，只写在中文文件里；不写则为本期首次发布的日期。',
    'Day on which it was published, in the Chinese file only; by default the day of the month’s first release.',
  ],
  validity: [
    '有效性：in-force 有效，lapsed 失效，repealed 废止，partly-lapsed 部分失效；不写则不印。',
    'Whether it is in force: in-force, lapsed, repealed or partly-lapsed; not printed by default.',
  ],
  abstract: ['内容概述；不写则以导语为概述。', 'Abstract; the lead by default.'],
  keywords: ['关键词；不写则没有。', 'Keywords; none by default.'],
  editor: ['责任编辑；不写则同网站设置。', 'Editor; that of the site settings by default.'],
  contact: ['联系方式；不写则同网站设置。', 'Contact; that of the site settings by default.'],
}

/** Head of a bulletin's words. */
export const REPORT_EXAMPLE = {
  title: '2026年10月城市运行公报',
  notFigures: ['两个区间'],
  replaces: ['overview'],
  index: '123456789/2026-00012',
  documentNumber: '望数发〔2026〕12号',
  writtenOn: '2026-11-05',
  publishedOn: '2026-11-06',
  validity: 'in-force',
  abstract: '10月城市运行情况。',
  keywords: ['路灯', '低保'],
  editor: '数据公开编辑岗',
  contact: '望舒市公开数据服务台',
}
