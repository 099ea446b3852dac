import { has, type Site } from '../../compose/site.ts'
import type { Question } from '../../portal/plain-words.ts'
import type { Lang, LocalText } from '../../text/local-text.ts'
import { fillText, localise, t } from '../../text/ui.ts'
import { buildCalendar } from '../calendar-page.ts'
import type { Frame } from '../page-frame.ts'
import { listReportMonths } from '../report-page.ts'
import type { BuiltInQuestion, Need } from './built-in-question.ts'
import { BUILT_IN_QUESTIONS } from './built-in-questions.ts'

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
  const own = new Map(site.questions.map((question) => [question.id, question]))
  const texts = { zh: listTexts(site, 'zh'), en: listTexts(site, 'en') }
  const met = findMet(site)
  const isMet = ({ needs }: { needs?: Need }) => needs === undefined || met[needs]
  const builtIn = BUILT_IN_QUESTIONS.filter(isMet).map(
    (question) =>
      own.get(question.id) ?? fillAnswer({ ...question, links: question.links?.filter(isMet) ?? [] }, texts),
  )
  const known = new Set(builtIn.map(({ id }) => id))
  return [...builtIn, ...site.questions.filter(({ id }) => !known.has(id))]
}

function findMet(site: Site): Record<Need, boolean> {
  return {
    reports: listReportMonths(site).length > 0,
    places: site.settings.city !== undefined,
    permits: has(site, 'permits', 'register'),
    address: site.settings.url !== undefined,
    demonstration: site.settings.demonstration !== undefined,
  }
}

/** What the answers take from the settings and the calendar. */
function listTexts(site: Site, lang: Lang): Record<string, string> {
  const { publisher, licence, demonstration, formalities } = site.settings
  const contact = formalities?.contact?.[lang]
  return {
    publisher: publisher[lang],
    contact: contact === undefined ? '' : { zh: `（${contact}）`, en: ` (${contact})` }[lang],
    licence: licence.name,
    next: sayNextDue(site, lang),
    demonstration: demonstration?.sentence[lang] ?? '',
  }
}

function sayNextDue(site: Site, lang: Lang): string {
  const next = buildCalendar(site).upcoming[0]
  if (!next) return ''
  const [subject, due] = [next.subject[lang], next.due[lang]]
  return { zh: `下一份到期的是${subject}，${due}。`, en: `The next file due is ${subject}, ${due}.` }[lang]
}

function fillAnswer(question: BuiltInQuestion, texts: Record<Lang, Record<string, string>>): Question {
  const { id, also, answer, links = [] } = question
  return {
    id,
    question: question.question,
    also: { zh: also.zh.split('、'), en: also.en.split(', ') },
    answer: localise((lang) => fillText(answer[lang], texts[lang]).trim()),
    links: links.map(({ to, label }) => ({
      to,
      label: typeof label === 'string' ? localise((lang) => t(lang, label)) : label,
    })),
  }
}
