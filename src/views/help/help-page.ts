import type { Site } from '../../compose/site.ts'
import type { Question } from '../../portal/plain-words.ts'
import type { LocalText } from '../../text/local-text.ts'
import { localise, t } from '../../text/ui.ts'
import { buildCalendar } from '../calendar-page.ts'
import type { Frame } from '../page-frame.ts'
import { listReportMonths } from '../report-page.ts'
import { listFinding, listReading } from './questions-of-reading.ts'
import { listRights } from './questions-of-rights.ts'

/** What the page is called, in its heading and in the foot of each page. */
export const HELP_TITLE: LocalText = { zh: '常见问题', en: 'Questions and answers' }

export function buildHelpFrame(): Frame {
  return {
    path: '/help/',
    title: HELP_TITLE,
    description: {
      zh: '读者常问的问题：何时发布，哪里更正，能否转载，向谁反映，怎样核实。',
      en: 'What readers ask: when figures come out, what was corrected, what may be reused, whom to tell, how to verify.',
    },
    crumbs: [{ label: localise((lang) => t(lang, 'about')), path: '/about/' }],
    room: 'about',
    // Its answers are found one by one.
    search: null,
  }
}

/** Questions in the order of the page: the publisher's own after those that every site answers, or in their place. */
export function listQuestions(site: Site): Question[] {
  const builtIn = [...listTimely(site), ...listRights(site), ...listReading(site), ...listFinding(site)]
  const own = new Map(site.questions.map((question) => [question.id, question]))
  const kept = builtIn.map((question) => own.get(question.id) ?? question)
  const known = new Set(builtIn.map(({ id }) => id))
  return [...kept, ...site.questions.filter(({ id }) => !known.has(id))]
}

/** When things come out, and what became of them. */
function listTimely(site: Site): Question[] {
  const next = buildCalendar(site).upcoming[0]
  const isMonthly = listReportMonths(site).length > 0
  return [
    {
      id: 'when',
      question: isMonthly
        ? { zh: '公报和数据什么时候发布？', en: 'When do the bulletin and the data come out?' }
        : { zh: '数据什么时候发布？', en: 'When do the data come out?' },
      also: {
        zh: [
          '多久更新一次',
          '下一期什么时候出',
          '更新时间',
          '几号出数据',
          '发布日历',
          '什么时候公布',
          '本月的数据',
          '最新一期',
        ],
        en: [
          'next bulletin',
          'latest bulletin',
          'how often updated',
          'update schedule',
          'publication date',
          'release calendar',
        ],
      },
      answer: localise((lang) => sayNext(next, lang)),
      links: [
        { to: '/calendar/', label: localise((lang) => t(lang, 'calendar')) },
        ...(isMonthly ? [{ to: '/reports/', label: localise((lang) => t(lang, 'reports')) }] : []),
      ],
    },
    {
      id: 'corrections',
      question: { zh: '哪些数字更正过？', en: 'Which numbers were corrected?' },
      also: {
        zh: [
          '更正记录',
          '改过的数字',
          '修订说明',
          '以前的数字为什么变了',
          '哪里错了',
          '发布记录',
          '撤下的数据',
          '旧数字',
        ],
        en: ['corrections', 'revisions', 'changed numbers', 'errata', 'mistakes', 'withdrawn data'],
      },
      answer: {
        zh: '每次发布、更正和撤下都有编号和日期，写明改了什么、为什么；更正过的数字旁边印“[修订]”，旧版本一直可以下载。',
        en: 'Each release, correction and withdrawal has a number and a day, and says what was changed and why. A corrected number is marked “[r]”; earlier versions can always be downloaded.',
      },
      links: [{ to: '/changes/', label: localise((lang) => t(lang, 'changes')) }],
    },
  ]
}

function sayNext(next: { subject: LocalText; due: LocalText } | undefined, lang: 'zh' | 'en'): string {
  const rule = {
    zh: '每个数据集都有到期日，到期前由主管部门交来文件，核对无误即发布。',
    en: 'Each dataset has a day by which its department delivers a file; what passes its checks is published.',
  }[lang]
  if (!next) return rule
  return lang === 'zh'
    ? `${rule}最近一份到期的是${next.subject.zh}，${next.due.zh}。`
    : `${rule} The next file due is ${next.subject.en}, ${next.due.en}.`
}
