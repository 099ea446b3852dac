import type { Contract } from '../contracts/contract.ts'
import { parseDeliveries } from '../deliveries/deliveries-csv.ts'
import { openContent } from '../portal/content.ts'
import { openPortal, problemsOfPortal } from '../portal/portal.ts'
import { PortalError } from '../portal/portal-error.ts'
import { hasErrors } from '../problems/problem.ts'
import type { Published } from '../store/published-tables.ts'
import { readPublished } from '../store/read-published.ts'
import type { LocalText } from '../text/local-text.ts'
import { checkDeclared } from './check-declared.ts'
import type { DeliveryTable, Site } from './site.ts'
import { removeDatasets } from './switch-off.ts'

/**
 * Reads a portal's public figures and its words; `verified` is the stamp of published files that agree with their log. Throws PortalError with all that is wrong, or
 * ReleaseError.
 */
export async function openSite(folders: SiteFolders): Promise<Site> {
  const portal = await openPortal(folders.data)
  // With a profile that the command line refuses, the page of the site would check files differently.
  const ofPortal = problemsOfPortal(portal)
  const words = await openContent(folders.content, hasErrors(ofPortal) ? null : portal)
  const problems = [...ofPortal, ...words.problems]
  if (hasErrors(problems) || words.content === null) throw new PortalError(problems)
  const { datasets = {} } = words.content.settings
  const off = new Set(Object.entries(datasets).flatMap(([id, { shown }]) => (shown === false ? [id] : [])))
  const described = new Map([...portal.contracts].map(([id, contract]) => [id, describe(contract, datasets[id])]))
  const published = removeDatasets(await readPublished(folders.published, described, folders.verified), off)
  const contracts = new Map([...described].filter(([id]) => !off.has(id)))
  const { places, departments, holidays, exceptions, profiles } = portal
  const deliveries = readDeliveries(published, contracts)
  const opened = { contracts, places, departments, holidays, exceptions, profiles }
  const site = { ...opened, published, deliveries, ...words.content }
  const undrawn = checkDeclared(site)
  if (undrawn.length > 0) throw new PortalError(undrawn)
  return site
}

/** Where a site's files are. */
interface SiteFolders {
  data: string
  published: string
  content: string
  verified?: string | undefined
}

/** The newest table of who was late, for the datasets that are shown. */
function readDeliveries(published: Published, contracts: ReadonlyMap<string, Contract>): DeliveryTable {
  const file = published.releases.findLast((release) => release.deliveries)?.deliveries
  if (!file) return { day: null, rows: [], path: null }
  return {
    day: file.judgedOn,
    path: file.path,
    rows: parseDeliveries(published.textOf(file)).filter(({ dataset }) => contracts.has(dataset)),
  }
}

/** The contract with what this publisher says of the dataset. */
function describe(
  contract: Contract,
  { description = contract.description }: { description?: LocalText | undefined } = {},
): Contract {
  return { ...contract, description }
}
