import { openContent } from '../portal/content.ts'
import { PortalFault } from '../portal/fault.ts'
import { openPortal } from '../portal/portal.ts'
import { hasErrors } from '../problems/problem.ts'
import { readPublished } from '../store/read.ts'
import type { Site } from './site.ts'

/** Reads a portal's public figures and its words. Throws ContentFault, PortalFault or ReleaseFault. */
export async function openSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const content = await openContent(folders.content)
  const portal = await openPortal(folders.data)
  // With a profile that the command line refuses, the page of the site would judge files otherwise than it does.
  const problems = [...portal.problems, ...[...portal.profiles.values()].flatMap((one) => one.problems)]
  if (hasErrors(problems)) throw new PortalFault(problems)
  const published = await readPublished(folders.published, portal.contracts)
  const { contracts, places, departments, holidays, exceptions, profiles } = portal
  return { contracts, places, departments, holidays, exceptions, profiles, published, ...content }
}
