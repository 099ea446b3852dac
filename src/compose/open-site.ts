import type { Contract } from '../contracts/contract.ts'
import { parseDeliveries } from '../deliveries/deliveries-csv.ts'
import { openContent } from '../portal/content.ts'
import { openPortal, problemsOfPortal } from '../portal/portal.ts'
import { PortalError } from '../portal/portal-error.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
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
  const { site, problems } = await readSite(folders)
  if (site === null || hasErrors(problems)) throw new PortalError(problems)
  return site
}

/**
 * The same, with what is wrong instead of an error. Where only figures and parts of topics are, the site is there without
 * them, so that everything else can be looked at. Throws ReleaseError.
 */
export async function readSite(folders: SiteFolders): Promise<{ site: Site | null; problems: Problem[] }> {
  const portal = await openPortal(folders.data)
  // With a profile that the command line refuses, the page of the site would check files differently.
  const ofPortal = problemsOfPortal(portal)
  const words = await openContent(folders.content, portal.names)
  const problems = [...ofPortal, ...words.problems]
  if (hasErrors(ofPortal) || words.sound === null) return { site: null, problems }
  const { datasets = {} } = words.sound.settings
  const off = new Set(Object.entries(datasets).flatMap(([id, { shown }]) => (shown === false ? [id] : [])))
  const described = new Map([...portal.contracts].map(([id, contract]) => [id, describe(contract, datasets[id])]))
  const published = removeDatasets(await readPublished(folders.published, described, folders.verified), off)
  const contracts = new Map([...described].filter(([id]) => !off.has(id)))
  const { places, departments, holidays, exceptions, profiles } = portal
  const deliveries = readDeliveries(published, contracts)
  const opened = { contracts, places, departments, holidays, exceptions, profiles }
  const site = { ...opened, published, deliveries, ...words.sound }
  const undrawn = checkDeclared(site).map((problem) => ({
    ...problem,
    row: words.rowOf(problem.file ?? '', problem.columnName ?? ''),
  }))
  const isSound = words.problems.every(({ file }) => file?.startsWith('content/topics/'))
  return { site: isSound ? site : null, problems: [...problems, ...undrawn] }
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
