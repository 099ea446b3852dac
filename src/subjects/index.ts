import { memoisePerSite } from '../compose/once.ts'
import { ageing } from './ageing.ts'
import { cases } from './cases.ts'
import { deriveSubject } from './derive/derived-subject.ts'
import { permits } from './permits.ts'
import { satisfaction } from './satisfaction.ts'
import type { Subject } from './subject.ts'

/** Subjects with a file of their own, in the order in which a page has them. */
const OWN: readonly Subject[] = [cases, satisfaction, ageing, permits]

/** Subjects of which the portal has published something; a dataset that none of them speaks for is a subject of its own. */
export const listSubjects = memoisePerSite((site): readonly Subject[] => {
  const isPublished = (dataset: string) => site.published.contracts.has(dataset)
  const hasCity = site.settings.city !== undefined
  const own = OWN.filter((subject) => (hasCity || subject.isWithoutCity) && subject.datasets.some(isPublished))
  const spoken = new Set(OWN.flatMap((subject) => subject.datasets))
  const others = [...site.published.contracts.values()].filter((contract) => !spoken.has(contract.id))
  return [...own, ...others.map(deriveSubject)]
})
