import type { Contract } from '../contracts/contract.ts'
import { listOpenDimensions } from '../contracts/figure-declaration.ts'
import { parseDeliveries } from '../deliveries/deliveries-csv.ts'
import { openContent } from '../portal/content.ts'
import { openPortal, problemsOfPortal } from '../portal/portal.ts'
import { PortalError } from '../portal/portal-error.ts'
import { createProblem } from '../problems/create-problem.ts'
import { hasErrors, type Problem } from '../problems/problem.ts'
import type { Published } from '../store/published.ts'
import { readPublished } from '../store/read-published.ts'
import { type DeliveryTable, has, type Site } from './site.ts'
import { withoutDatasets } from './switch-off.ts'

/** Reads a portal's public figures and its words. Throws PortalFault with all that is wrong, or ReleaseFault. */
export async function openSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const portal = await openPortal(folders.data)
  // With a profile that the command line refuses, the page of the site would check files differently.
  const ofPortal = problemsOfPortal(portal)
  const words = await openContent(folders.content, hasErrors(ofPortal) ? null : portal)
  const problems = [...ofPortal, ...words.problems]
  if (hasErrors(problems) || words.content === null) throw new PortalError(problems)
  const datasets = Object.entries(words.content.settings.datasets ?? {})
  const off = new Set(datasets.flatMap(([id, { shown }]) => (shown === false ? [id] : [])))
  const published = withoutDatasets(await readPublished(folders.published, portal.contracts), off)
  const contracts = new Map([...portal.contracts].filter(([id]) => !off.has(id)))
  const { places, departments, holidays, exceptions, profiles } = portal
  const deliveries = readDeliveries(published, contracts)
  const opened = { contracts, places, departments, holidays, exceptions, profiles }
  const site = { ...opened, published, deliveries, ...words.content }
  const undrawn = [...tablesNotPublished(site), ...dimensionsLeftOpen(site)]
  if (undrawn.length > 0) throw new PortalError(undrawn)
  return site
}

/** The newest table of who was late, for the datasets that are shown. */
function readDeliveries(published: Published, contracts: ReadonlyMap<string, Contract>): DeliveryTable {
  const file = published.releases.findLast((release) => release.deliveries)?.deliveries
  if (!file) return { day: null, rows: [] }
  return {
    day: file.judgedOn,
    rows: parseDeliveries(published.textOf(file)).filter(({ dataset }) => contracts.has(dataset)),
  }
}

/** Dimensions that a declared figure neither shows on an axis nor fixes: no row of its table would be found. */
function dimensionsLeftOpen(site: Site): Problem[] {
  return site.topics.flatMap(({ id, figures }) =>
    figures.flatMap((figure) => {
      const contract = site.contracts.get(figure.dataset)
      // A table that is not published is named by itself, and once.
      const open = contract && has(site, figure.dataset, figure.table) ? listOpenDimensions(contract, figure) : []
      const file = `content/topics/${id}/zh.mdx`
      return open.map((name) =>
        createProblem('content-key-missing', { file, columnName: `${figure.id}.where.${name}` }),
      )
    }),
  )
}

/** Figures that a topic declares over tables of which there is nothing to draw yet. */
function tablesNotPublished(site: Site): Problem[] {
  return site.topics.flatMap(({ id, figures }) =>
    figures
      .filter(({ dataset, table }) => !has(site, dataset, table))
      .map(({ id: columnName, dataset, table }) => {
        const at = { file: `content/topics/${id}/zh.mdx`, columnName }
        return createProblem('content-unpublished', at, { found: `${dataset}/${table}` })
      }),
  )
}
