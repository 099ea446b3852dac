import { stringify } from 'yaml'
import { findSpokenDirections } from '../compose/bound/spoken-directions.ts'
import { findTypedNumbers } from '../compose/bound/typed-numbers.ts'
import type { Site } from '../compose/site.ts'
import { capitalise, lowerFirst } from '../text/join-names.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { type DraftFact, listDraftFacts } from './draft-facts.ts'
import { hasLateFiles } from './report-notes.ts'
import { buildReportFrame, listMonthNotices } from './report-page.ts'

/**
 * The words of a month for a writer to keep or cut, as MDX: what was, what changed, which places are at the ends, what
 * happened, who was late. Every number and every direction is bound to its cells, so that the file builds as it is.
 */
export function draftReport(site: Site, month: string): Record<Lang, string> {
  const facts = listDraftFacts(site, month)
  return { zh: print(site, { month, lang: 'zh', facts }), en: print(site, { month, lang: 'en', facts }) }
}

interface Draft {
  month: string
  lang: Lang
  facts: readonly DraftFact[]
}

function print(site: Site, { month, lang, facts }: Draft): string {
  const title = buildReportFrame(site, month).title[lang]
  const notFigures = listPlainNames(facts, lang)
  const head = stringify({ title, ...(notFigures.length > 0 ? { notFigures } : {}) }, { lineWidth: 0 })
  const paragraphs = [...facts.map(({ text }) => text[lang]), ...listNoteTags(site, month), `{/* ${HOW[lang]} */}`]
  return `---\n${head}---\n\n## ${HEADING[lang]}\n\n${paragraphs.join('\n\n')}\n`
}

/** Names of the portal that hold a numeral or a word of direction, as the facts print them: they say nothing of the data. */
function listPlainNames(facts: readonly DraftFact[], lang: Lang): string[] {
  const found = facts.flatMap(({ names, text }) =>
    names
      .flatMap((name) => [name[lang], lowerFirst(name[lang]), capitalise(name[lang])])
      .filter((name) => text[lang].includes(name))
      .filter((name) => findTypedNumbers(name, lang, []).length + findSpokenDirections(name, lang, []).length > 0),
  )
  return [...new Set(found)]
}

const HEADING: LocalText = { zh: '本期要点', en: 'In brief' }
const HOW: LocalText = {
  zh: '以上由npm run new起草：留下要说的，删去其余，补上数据以外的话。数字和升降不用手写，都由标签从数据取来。',
  en: 'Drafted by npm run new: keep what matters, cut the rest, add what the data do not know. Numbers and directions come from the data by their tags and are not typed.',
}

/** Late files and corrections, where there are any to speak of. */
function listNoteTags(site: Site, month: string): string[] {
  return [
    ...(hasLateFiles(site, month) ? ['<Note of="deliveries" />'] : []),
    ...(listMonthNotices(site, month).length > 0 ? ['<Note of="corrections" />'] : []),
  ]
}
