import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { anchorsOf, listBuiltPages, type Page, readPage, referencesOf } from './built-pages.ts'

const ORIGIN = 'https://site.invalid'

/** Every internal link, anchor and asset that leads nowhere, as `page → target: why`. */
export function listDeadLinks(site: string, base: string): string[] {
  const anchors = new Map<string, ReadonlySet<string>>()
  return listBuiltPages(site).flatMap((page) => {
    const dead = new Set<string>()
    for (const { value } of referencesOf(readPage(page))) {
      const why = findBrokenLink({ site, base, page, anchors }, value)
      if (why !== null) dead.add(`${page.address} → ${value}: ${why}`)
    }
    return [...dead]
  })
}

interface Place {
  site: string
  base: string
  page: Page
  /** Anchors of the files looked at so far; added to. */
  anchors: Map<string, ReadonlySet<string>>
}

function findBrokenLink(place: Place, value: string): string | null {
  if (/^(mailto|tel|data|javascript):/.test(value)) return value.startsWith('javascript') ? 'a script' : null
  const here = `${ORIGIN}${place.base}${place.page.address.slice(1)}`
  // The page of what is missing is shown at any address, so nothing on it may be relative.
  if (place.page.address.endsWith('404.html') && /^[^/#]/.test(value) && !/^https?:/.test(value))
    return 'relative on 404'
  const url = new URL(value, here)
  if (url.origin !== ORIGIN) return null
  if (!url.pathname.startsWith(place.base)) return `leaves ${place.base}`
  const file = fileOf(place.site, decodeURIComponent(url.pathname.slice(place.base.length)))
  if (file === null) return 'no such file'
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor === '' || !file.endsWith('.html')) return null
  const known = place.anchors.get(file) ?? anchorsOf(readFileSync(file, 'utf8'))
  place.anchors.set(file, known)
  return known.has(anchor) ? null : 'no such anchor'
}

/** The file that a server would send without a redirect; null where it would not. */
function fileOf(site: string, path: string): string | null {
  const file = join(site, path.endsWith('/') || path === '' ? `${path}index.html` : path)
  return existsSync(file) && statSync(file).isFile() ? file : null
}
