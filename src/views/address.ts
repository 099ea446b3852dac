import type { Lang } from '../text/local-text.ts'

/** Address of a page under the site's base path: (`/foo/`, en, `/data/`) → `/foo/en/data/`. */
export function makeAddress(base: string, lang: Lang, path: string): string {
  return `${base}${lang === 'en' ? 'en/' : ''}${path.slice(1)}`
}

/** Address of a file that both languages share: (`/foo/`, `/data/releases.jsonl`) → `/foo/data/releases.jsonl`. */
export function makeFileAddress(base: string, path: string): string {
  return `${base}${path.slice(1)}`
}
