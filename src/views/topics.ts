import { memoisePerSite } from '../compose/once.ts'
import type { Topic } from '../portal/content.ts'
import { listSubjects } from '../subjects/index.ts'
import { listDatasets } from './dataset-page.ts'

/** A topic with a page; `hasWords` where the portal has written words for it. */
interface TopicOfSite extends Topic {
  hasWords: boolean
}

/**
 * Topics of the portal in its own order, then those of datasets that it has written no words for, named after their first
 * dataset.
 */
export const listTopics = memoisePerSite((site): readonly TopicOfSite[] => {
  const written = site.topics.map((topic) => ({ ...topic, hasWords: true }))
  const known = new Set(written.map(({ id }) => id))
  const derived: TopicOfSite[] = []
  for (const { topic: id, title, description } of listDatasets(site)) {
    const isShown = listSubjects(site).some((subject) => (subject.topic?.(site, id) ?? null) !== null)
    if (known.has(id) || !isShown) continue
    known.add(id)
    derived.push({ id, title, summary: description, figures: [], sections: [], hasWords: false })
  }
  return [...written, ...derived]
})
