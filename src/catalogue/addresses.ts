import type { Site } from '../compose/site.ts'
import type { Lang } from '../text/local-text.ts'
import { makeAddress, makeFileAddress } from '../views/address.ts'

/** Full addresses of the site's pages and files. Throws where the publisher has named none. */
export function addressesOf(
  site: Site,
  base: string,
): { host: string; resolvePage(path: string, lang: Lang): string; resolveFile(path: string): string } {
  const { url } = site.settings
  if (url === undefined) throw new Error('catalogue: content/site.yaml has no url')
  return {
    host: new URL(url).hostname,
    resolvePage: (path, lang) => new URL(makeAddress(base, lang, path), url).href,
    resolveFile: (path) => new URL(makeFileAddress(base, path), url).href,
  }
}
