import { drawAll, joinSentences, type Section } from '../../compose/section.ts'
import type { Site } from '../../compose/site.ts'
import { listPlaceholders } from '../../contracts/declared-values.ts'
import type { DeclaredSection } from '../../portal/settings.ts'
import { buildDeclaredFigure } from './declared-figure.ts'
import { fillRich } from './fill-values.ts'

/** A section that a topic's own words declare; null where nothing of what it is about is published. */
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
  if (isAboutNumbers && !hasNumbers) return null
  const say = joinSentences(filled.flatMap(({ sentence }) => sentence ?? []))
  return { id, heading, ...(say.zh.length > 0 ? { say } : {}), figures }
}
