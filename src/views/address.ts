import type { Site } from '../compose/site.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'

/** Address of a page under the site's base path: (`/foo/`, en, `/data/`) → `/foo/en/data/`. */
export function makeAddress(base: string, lang: Lang, path: string): string {
  return `${base}${lang === 'en' ? 'en/' : ''}${path.slice(1)}`
}

/** Full address of a page in each language; null where the publisher has named no address. */
export function findFullAddress(site: Pick<Site, 'settings'>, base: string, path: string): LocalText | null {
  const { url } = site.settings
  return url === undefined ? null : localise((lang) => new URL(makeAddress(base, lang, path), url).href)
}

/** Address of a file that both languages share: (`/foo/`, `/data/releases.jsonl`) → `/foo/data/releases.jsonl`. */
export function makeFileAddress(base: string, path: string): string {
  return `${base}${path.slice(1)}`
}
