import type { z } from 'zod'
import { condition } from '../../contracts/contract.ts'
import { datasetFigure } from '../../contracts/figure-declaration.ts'
import { DATASETS } from '../../datasets/index.ts'
import type { LocalText } from '../../text/local-text.ts'
import { SCHEMAS, type SchemaName } from '../schemas.ts'
import { EVENT_ITEMS, PROFILE_ITEMS, SITE_ITEMS, SYNONYM_ITEMS } from './content-items.ts'
import { CONDITION_ITEMS, CONTRACT_ITEMS } from './contract-items.ts'
import type { ItemWords } from './item-words.ts'
import { QUESTION_EXAMPLES, QUESTION_ITEMS, TERM_EXAMPLES, TERM_ITEMS } from './plain-word-items.ts'
import {
  CONTRACT_EXAMPLE,
  DUE_EXAMPLES,
  EVENT_EXAMPLES,
  FIGURE_EXAMPLES,
  PROFILE_EXAMPLE,
  SITE_EXAMPLE,
  SYNONYM_EXAMPLES,
  TOPIC_EXAMPLE,
} from './reference-examples.ts'
import { REPORT_EXAMPLE, REPORT_ITEMS } from './report-items.ts'
import { TABLE_ITEMS } from './table-items.ts'
import { FIGURE_ITEMS, TOPIC_ITEMS } from './topic-items.ts'

/** A kind of file whose items come from its schema. */
export interface Source {
  id: string
  title: LocalText
  about: LocalText
  schema?: SchemaName
  of: z.ZodType
  words: ItemWords
  examples: readonly unknown[]
}

const ALL_CONTRACTS = [CONTRACT_EXAMPLE, ...DUE_EXAMPLES, ...DATASETS]

export const SOURCES: readonly Source[] = [
  {
    id: 'contract',
    title: { zh: '数据约定', en: 'Contract' },
    about: {
      zh: 'data/contracts/<id>.ts，默认导出：列、规则、公布的表。',
      en: 'data/contracts/<id>.ts, its default export: columns, rules, tables to publish.',
    },
    schema: 'contract',
    of: SCHEMAS.contract,
    words: { ...CONTRACT_ITEMS, ...TABLE_ITEMS },
    examples: ALL_CONTRACTS,
  },
  {
    id: 'conditions',
    title: { zh: '条件', en: 'Conditions' },
    about: {
      zh: '数据约定的 where 和 when：同一列表内都须成立，where 的各列表之间有一个成立即可。',
      en: 'where and when of a contract: all conditions of a list must be true, and at least one of the lists of where.',
    },
    of: condition,
    words: CONDITION_ITEMS,
    examples: [
      { column: 'status', is: 'removed' },
      { column: 'status', not: ['lit', 'dark'] },
      { column: 'closed_on', present: true },
      { column: 'closed_on', when: 'in-period' },
      { column: 'year', from: '2020', to: '2025' },
      { column: 'accepted_on', notAfter: 'closed_on' },
    ],
  },
  {
    id: 'figures',
    title: { zh: '图', en: 'Figures' },
    about: {
      zh: '数据约定的 presentation.figures，或专题 zh.mdx 开头的 figures。',
      en: 'presentation.figures of a contract, or figures at the head of a topic’s zh.mdx.',
    },
    of: datasetFigure,
    words: FIGURE_ITEMS,
    examples: FIGURE_EXAMPLES,
  },
  {
    id: 'profile',
    title: { zh: '版式', en: 'Profile' },
    about: {
      zh: 'data/raw/<id>/profile.yaml：部门自己的文件版式。',
      en: 'data/raw/<id>/profile.yaml: a department’s own layout.',
    },
    schema: 'profile',
    of: SCHEMAS.profile,
    words: PROFILE_ITEMS,
    examples: [PROFILE_EXAMPLE],
  },
  {
    id: 'site',
    title: { zh: '网站设置', en: 'Site settings' },
    about: { zh: 'content/site.yaml：网站自述。', en: 'content/site.yaml: what the site says of itself.' },
    schema: 'site',
    of: SCHEMAS.site,
    words: SITE_ITEMS,
    examples: [SITE_EXAMPLE],
  },
  {
    id: 'content',
    title: { zh: '专题', en: 'Topics' },
    about: {
      zh: 'content/topics/<id>/zh.mdx 和 en.mdx 的开头；其下为正文。',
      en: 'The head of content/topics/<id>/zh.mdx and en.mdx; the text follows.',
    },
    schema: 'topic',
    of: SCHEMAS.topic,
    words: TOPIC_ITEMS,
    examples: [TOPIC_EXAMPLE],
  },
  {
    id: 'reports',
    title: { zh: '公报的文字', en: 'Words of bulletins' },
    about: {
      zh: 'content/reports/<年月>/zh.mdx 和 en.mdx 的开头；其下为正文，可由 npm run new -- report 2026-10 起草。没有这些文件，公报照样齐全。',
      en: 'The head of content/reports/<month>/zh.mdx and en.mdx; the text follows, and npm run new -- report 2026-10 drafts it. A bulletin is whole without them.',
    },
    schema: 'report',
    of: SCHEMAS.report,
    words: REPORT_ITEMS,
    examples: [REPORT_EXAMPLE],
  },
  {
    id: 'events',
    title: { zh: '事件', en: 'Events' },
    about: { zh: 'content/events.yaml：写在线旁的话。', en: 'content/events.yaml: labels beside the lines of charts.' },
    schema: 'events',
    of: SCHEMAS.events,
    words: EVENT_ITEMS,
    examples: [EVENT_EXAMPLES],
  },
  {
    id: 'thesaurus',
    title: { zh: '同义词', en: 'Synonyms' },
    about: {
      zh: 'content/thesaurus.yaml：搜索时当作同义的词。',
      en: 'content/thesaurus.yaml: words that search treats as the same.',
    },
    schema: 'thesaurus',
    of: SCHEMAS.thesaurus,
    words: SYNONYM_ITEMS,
    examples: [SYNONYM_EXAMPLES],
  },
  {
    id: 'terms',
    title: { zh: '名词', en: 'Terms' },
    about: {
      zh: 'content/terms.yaml：指标、列表值和通用说法的白话解释。',
      en: 'content/terms.yaml: measures, values of lists and other terms in plain words.',
    },
    schema: 'terms',
    of: SCHEMAS.terms,
    words: TERM_ITEMS,
    examples: [TERM_EXAMPLES],
  },
  {
    id: 'questions',
    title: { zh: '问答', en: 'Questions' },
    about: {
      zh: 'content/questions.yaml：只有主办单位能回答的问题。',
      en: 'content/questions.yaml: questions that only the publisher can answer.',
    },
    schema: 'questions',
    of: SCHEMAS.questions,
    words: QUESTION_ITEMS,
    examples: [QUESTION_EXAMPLES],
  },
]
