import { isDemonstration, keeperOf, publisherOf, type Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Release } from '../store/published-tables.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import { citeByGbt } from '../views/citation.ts'
import { describeFrequency, describeSpan, listReleasesOfDataset } from '../views/dataset-page.ts'

/** What every file that leaves the site says of a dataset: the same facts, whatever the format. */
export interface DatasetFacts {
  id: string
  title: LocalText
  description: LocalText
  publisher: LocalText
  keeper: LocalText
  frequency: LocalText
  span: LocalText
  licence: { name: string; url: string | null }
  /** Set where the figures are invented. */
  demonstration: LocalText | null
  /** The newest release that touched it, and its day. */
  release: number
  released: string
  /** The day of its first release. */
  issued: string
  /** Full address of the dataset's folder, with a slash at its end; null where the publisher names no address. */
  address: string | null
  citation: LocalText
}

/** Throws for a dataset of which nothing is published. */
export function describeDataset(site: Site, contract: Contract, base: string): DatasetFacts {
  const releases = listReleasesOfDataset(site, contract.id)
  const [first, last] = [releases[0], releases.at(-1)]
  if (!first || !last) throw new Error(`downloads: nothing of ${contract.id} is published`)
  const { settings } = site
  const ownLicence = settings.datasets?.[contract.id]?.licence
  const facts = {
    id: contract.id,
    title: contract.title,
    description: contract.description,
    publisher: publisherOf(site, contract.id),
    keeper: keeperOf(site, contract),
    frequency: { zh: describeFrequency(contract, 'zh'), en: describeFrequency(contract, 'en') },
    span: describeSpan(site, contract.id),
    licence: ownLicence === undefined ? settings.licence : { name: ownLicence, url: null },
    demonstration: isDemonstration(site, contract.id) ? (settings.demonstration?.sentence ?? null) : null,
    release: last.release,
    released: last.date,
    issued: first.date,
    address: settings.url === undefined ? null : new URL(`${base}data/${contract.id}/`, settings.url).href,
  }
  return { ...facts, citation: composeCitation(facts) }
}

/** The same of one release: what a file says that came with it, and goes on saying. */
export function describeAtRelease(facts: DatasetFacts, { release, date }: Release, span: LocalText): DatasetFacts {
  const then = { ...facts, release, released: date, span }
  return { ...then, citation: composeCitation(then) }
}

/** As the pages have it (GB/T 7714—2015), the day of citing left to whoever cites. */
function composeCitation(facts: Omit<DatasetFacts, 'citation'>): LocalText {
  const { id, title, publisher, release, released, address } = facts
  const work = { key: id, kind: 'dataset', title, author: publisher, issued: released, release } as const
  return localise((lang) => {
    const cited = citeByGbt({ ...work, address: address === null ? null : { zh: address, en: address } }, lang)
    return `${cited.before}${cited.after ?? ''}`
  })
}
