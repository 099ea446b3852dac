import type { Site } from '../compose/site.ts'
import { ageing } from './ageing.ts'
import { cases } from './cases.ts'
import { ledger } from './ledger.ts'
import { permits } from './permits.ts'
import { satisfaction } from './satisfaction.ts'
import type { Subject } from './subject.ts'

/** Subjects with a file of their own, in the order in which a page has them. */
const OWN: readonly Subject[] = [cases, satisfaction, ageing, permits, ledger]

/** Subjects of which the portal has published something. */
export function listSubjects(site: Site): readonly Subject[] {
  return OWN.filter((subject) => subject.datasets.some((dataset) => site.published.contracts.has(dataset)))
}
