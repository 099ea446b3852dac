import type { Rich } from '../../compose/rich.ts'
import { drawAll, joinSentences, type Section } from '../../compose/section.ts'
import type { Site } from '../../compose/site.ts'
import { describeWholeWithdrawal } from '../../compose/withdrawal-words.ts'
import { listPlaceholders } from '../../contracts/declared-values.ts'
import type { DeclaredSection } from '../../portal/settings.ts'
import type { Lang } from '../../text/local-text.ts'
import { buildDeclaredFigure } from './declared-figure.ts'
import { fillRich } from './fill-values.ts'

/**
 * A section that a topic's own words declare; null where nothing of what it is about is published. Where what it is about
 * was taken out, it says so instead.
 */
export function buildDeclaredSection(site: Site, declared: DeclaredSection): Section | null {
  const { id, heading, text = [], values = {} } = declared
  const figures = drawAll((declared.figures ?? []).map((figure) => buildDeclaredFigure(site, figure)))
  const filled = text.map((words) => ({
    sentence: fillRich({ site, values }, words),
    hasNumbers: listPlaceholders(words).length > 0,
  }))
  // Words that introduce numbers introduce nothing where none of them is known.
  const isAboutNumbers = (declared.figures ?? []).length > 0 || filled.some(({ hasNumbers }) => hasNumbers)
  const hasNumbers = figures.length > 0 || filled.some((item) => item.hasNumbers && item.sentence !== null)
  const gone = describeGone(site, declared)
  if (isAboutNumbers && !hasNumbers && gone.length === 0) return null
  const said = isAboutNumbers && !hasNumbers ? [] : filled.flatMap(({ sentence }) => sentence ?? [])
  const say = joinSentences([...said, ...gone])
  return { id, heading, ...(say.zh.length > 0 ? { say } : {}), figures }
}

/** `文献数字台账已于2026年12月1日撤下：应原作者要求。`, of each dataset that a section names and that was taken out. */
function describeGone(site: Site, { figures = [], values = {} }: DeclaredSection): Record<Lang, Rich>[] {
  const named = [...figures, ...Object.values(values).flatMap((value) => ('dataset' in value ? value : []))]
  const unique = new Map(named.map(({ dataset, table }) => [`${dataset}/${table}`, { dataset, table }]))
  const sentences = [...unique.values()].flatMap(({ dataset, table }) => {
    const when = describeWholeWithdrawal(site.published, dataset, table)
    const title = site.contracts.get(dataset)?.title ?? { zh: dataset, en: dataset }
    return when ? { zh: `${title.zh}${when.zh}。`, en: `${title.en} was ${when.en}.` } : []
  })
  return [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()].map(({ zh, en }) => ({
    zh: [zh],
    en: [en],
  }))
}
