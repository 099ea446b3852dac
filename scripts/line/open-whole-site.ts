import { dayOf } from '../../src/calendar/days.ts'
import { openSite } from '../../src/compose/open-site.ts'
import type { Site } from '../../src/compose/site.ts'
import { checkMdx } from '../../src/portal/check-mdx.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { checkBoundFiles } from './check-bound-files.ts'
import { checkWords } from './check-words.ts'

/** The site, once all of its words may be printed; all faults of a portal are named together. */
export async function openWholeSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const site = await openSite(folders).catch(async (error: unknown) => {
    // Without the portal nobody knows which telephones are public: only what cannot be parsed is named beside.
    throw error instanceof PortalError
      ? new PortalError([...error.problems, ...(await checkMdx(folders.content))])
      : error
  })
  const problems = await checkWords(folders.content, site, site.settings.today ?? dayOf(new Date()))
  // What does not compile has no parts to look at.
  if (problems.length === 0) problems.push(...(await checkBoundFiles(site, folders.content)))
  if (problems.length > 0) throw new PortalError(problems)
  return site
}
