import type { Site } from '../compose/site.ts'

/** The Chinese pages in Traditional characters, converted when the site is built. */
export const TRADITIONAL = {
  /** As `readingVersions` of site.yaml and addresses name it: `/zh-hant/reports/2026-10/`. */
  id: 'zh-hant',
  lang: 'zh-Hant',
  /** Link to it from the Chinese page, in its own words, and back. */
  link: '繁體',
  back: '简体',
} as const

/** Pages that are read. Registers, frames, traces of whole tables, reference and tools stay as they are. */
const READ =
  /^\/(?:(?:reports|topics|places|compare|systems)\/.*|(?:about|calendar|changes|duties|freshness|glossary|help|methods|quality|sitemap)\/|methods\/privacy\/|data\/(?:[^/]+\/)?)?$/

/** Whether a page of the site, by its path without base and language, has a version in Traditional Chinese. */
export function hasTraditional({ settings }: Pick<Site, 'settings'>, path: string): boolean {
  return settings.readingVersions?.includes(TRADITIONAL.id) === true && READ.test(path)
}

/** `/reports/2026-10/` → `/zh-hant/reports/2026-10/` */
export function traditionalPathOf(path: string): string {
  return `/${TRADITIONAL.id}${path}`
}
