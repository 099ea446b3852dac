import { readdir } from 'node:fs/promises'

/** Pages of a site whose path below it matches, sorted: `data/cases/index.html`. */
export async function listSitePages(site: string, wanted: RegExp): Promise<string[]> {
  const pages = (await readdir(site, { recursive: true })).map((path) => path.replaceAll('\\', '/'))
  return pages.filter((path) => wanted.test(path)).toSorted()
}
