import { readFileSync } from 'node:fs'
import { openSite } from '../compose/open-site.ts'
import { type Manifest, manifest } from '../store/manifest.ts'

/** The folders of this build, as `scripts/build.ts` set them. */
const FOLDERS = {
  data: process.env.MINGGE_DATA ?? 'data',
  published: process.env.MINGGE_PUBLISHED ?? `${process.env.MINGGE_DATA ?? 'data'}/published`,
  content: process.env.MINGGE_CONTENT ?? 'content',
  // What the script has read a moment ago need not be hashed a second time.
  verified: process.env.MINGGE_VERIFIED,
}

/** Base path of the site, with a slash at both ends. */
export const BASE: string = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`

/** The site of this build, read once. */
export const SITE = await openSite(FOLDERS)

/** The files that this build derived before its pages; none where pages are served without a build (`astro dev`). */
export const DOWNLOADS: Manifest = readDownloads(process.env.MINGGE_DOWNLOADS)

function readDownloads(path: string | undefined): Manifest {
  return path === undefined ? [] : manifest.parse(JSON.parse(readFileSync(path, 'utf8')))
}
