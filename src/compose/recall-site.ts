import type { DatasetFigure } from '../contracts/figure-declaration.ts'
import { type LostFile, recallRelease } from '../store/recall-release.ts'
import type { Site } from './site.ts'

/**
 * The site with the figures of an earlier release, and what of them is lost. Words, places and contracts are those of today;
 * a topic names no figure of what was not published yet.
 */
export function recallSite(site: Site, release: number): { site: Site; lost: LostFile[] } {
  const { published, lost } = recallRelease(site.published, release)
  const isThere = ({ dataset, table }: DatasetFigure) => published.tables.has(`${dataset}/${table}`)
  const topics = site.topics.map((topic) => ({
    ...topic,
    figures: topic.figures.filter(isThere),
    sections: topic.sections.map((section) => ({ ...section, figures: (section.figures ?? []).filter(isThere) })),
  }))
  return { site: { ...site, published, topics }, lost }
}
