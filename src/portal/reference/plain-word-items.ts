import type { Question, Term } from '../plain-words.ts'
import type { ItemWords } from './item-words.ts'

/** Of terms and of questions alike. */
const NOT_FIGURES: ItemWords[string] = [
  '含数字而不是数据的说法，中英文都写，一字不差；不写则没有。',
  'Phrases with numerals that are no figures of data, in both languages, word for word; none by default.',
]

export const TERM_ITEMS: ItemWords = {
  '[].of': [
    '说的是哪个指标（数据集/指标）或列表里的哪个值（数据集/列/代码）。',
    'What it is about: a measure (dataset/measure) or a value of a list (dataset/column/code).',
  ],
  '[].id': ['通用说法的编号，也是它的锚点。', 'Id of a term of its own, which is its anchor.'],
  '[].names': ['通用说法的名称。', 'Name of the term.'],
  '[].also': ['还有哪些叫法；不写则没有。', 'What else it is called; nothing by default.'],
  '[].asked': [
    '读者会怎么搜，对错不论，只供搜索，不印在网页上；不写则没有。',
    'Words that readers type for it, right or wrong; for search alone, never printed; none by default.',
  ],
  '[].means': [
    '什么意思；指标可不写，用数据约定里的说明。',
    'What it means; of a measure what the contract says by default.',
  ],
  '[].not': ['常被当成什么，其实不是；不写则不提。', 'What it is mistaken for and is not; nothing by default.'],
  '[].notFigures': NOT_FIGURES,
}

export const QUESTION_ITEMS: ItemWords = {
  '[].id': [
    '问题的编号，也是它的锚点；与自带的问题同名则代替它。',
    'Id of the question, which is its anchor; the id of a built-in question replaces that.',
  ],
  '[].question': ['读者会怎么问。', 'The question as readers ask it.'],
  '[].also': ['换个问法；不写则没有。', 'Other ways to ask it; none by default.'],
  '[].answer': ['回答，一两句话。', 'The answer in a sentence or two.'],
  '[].links': ['回答后面的链接；不写则没有。', 'Links below the answer; none by default.'],
  '[].links[].to': [
    '本站的页面（不带语言）或网址、电话、邮箱。',
    'Page of the site without the language, or an address, tel: or mailto:.',
  ],
  '[].links[].label': ['链接上的字。', 'Words of the link.'],
  '[].notFigures': NOT_FIGURES,
}

export const TERM_EXAMPLES: Term[] = [
  {
    of: 'assistance/granted_rate',
    also: { zh: ['批准率'], en: ['approval rate'] },
    asked: { zh: ['通过率'], en: ['success rate'] },
    means: { zh: '受理的申请里批准的有多少。', en: 'How many of the applications accepted were granted.' },
    not: { zh: '不含撤回的申请。', en: 'Withdrawn applications are left out.' },
  },
  {
    id: 'grid',
    names: { zh: '网格', en: 'Grid' },
    means: { zh: '社区里的一小块，约三百户。', en: 'A part of a community, some three hundred homes.' },
    notFigures: ['约三百户', 'some three hundred'],
  },
]

export const QUESTION_EXAMPLES: Question[] = [
  {
    id: 'complain',
    question: { zh: '路灯坏了找谁？', en: 'Whom do I call about a lamp?' },
    also: { zh: ['报修'], en: ['repair'] },
    answer: { zh: '请拨热线，两天内有人来看。', en: 'Call the hotline; somebody comes within two days.' },
    notFigures: ['两天内', 'within two days'],
    links: [{ to: 'tel:12345', label: { zh: '拨打', en: 'Call' } }],
  },
]
