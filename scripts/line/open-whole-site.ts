import { dayOf } from '../../src/calendar/days.ts'
import { readSite } from '../../src/compose/open-site.ts'
import type { Site } from '../../src/compose/site.ts'
import { checkMdx } from '../../src/portal/check-mdx.ts'
import { PortalError } from '../../src/portal/portal-error.ts'
import { hasErrors, type Problem } from '../../src/problems/problem.ts'
import { checkBoundFiles } from './check-bound-files.ts'
import { checkFormalities } from './check-formalities.ts'
import { checkWords } from './check-words.ts'

/** The site, once all of its words may be printed; all faults of a portal are named together. */
export async function openWholeSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const { site, problems } = await readSite(folders)
  // Without the portal nobody knows which telephones are public: only what cannot be parsed is named beside.
  if (site === null) throw new PortalError([...problems, ...(await checkMdx(folders.content))])
  const ofWords = await checkWords(folders.content, site, site.settings.today ?? dayOf(new Date()))
  const bound = await checkBoundFiles(site, folders.content, {
    unread: listFiles(ofWords.filter(({ rule }) => rule === 'content-mdx')),
    heads: listFiles(problems),
  })
  // A number that may be personal is masked where it is named as that; as a typed number it would be printed.
  const isPersonal = (problem: Problem) => ofWords.some(({ file, row }) => file === problem.file && row === problem.row)
  const formal = await checkFormalities(site, folders.content)
  const all = [...problems, ...ofWords, ...bound.filter((problem) => !isPersonal(problem)), ...formal]
  if (hasErrors(all)) throw new PortalError(all)
  return site
}

function listFiles(problems: readonly Problem[]): Set<string> {
  return new Set(problems.flatMap(({ file }) => file ?? []))
}
