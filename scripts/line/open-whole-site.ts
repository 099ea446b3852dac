import { openSite } from '../../src/compose/open-site.ts'
import type { Site } from '../../src/compose/site.ts'
import { checkMdx } from '../../src/portal/check-mdx.ts'
import { PortalError } from '../../src/portal/portal-error.ts'

/** The site, once all of its words can be parsed; all faults of a portal are named together. */
export async function openWholeSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const ofText = await checkMdx(folders.content)
  const site = await openSite(folders).catch((error: unknown) => {
    throw error instanceof PortalError ? new PortalError([...error.problems, ...ofText]) : error
  })
  if (ofText.length > 0) throw new PortalError(ofText)
  return site
}
