import { listPlacesWithPages, type Site } from '../compose/site.ts'

/** Feeds lie below the site's root and below `en/`, each as `.atom` and `.json`; these are their paths without the ending. */
export const RELEASES_FEED = 'feeds/releases'
export const CORRECTIONS_FEED = 'feeds/corrections'

export function feedOfDataset(id: string): string {
  return `feeds/${id}`
}

export function feedOfPlace(code: string): string {
  return `feeds/places/${code}`
}

/** The feed that goes with a page: that of its dataset or its place, else that of all releases. */
export function findFeedOf(site: Site, path: string): string {
  const [, room, id = ''] = path.split('/')
  if (room === 'data' && site.published.contracts.has(id)) return feedOfDataset(id)
  if (room === 'places' && listPlacesWithPages(site).some(({ code }) => code === id)) return feedOfPlace(id)
  return RELEASES_FEED
}
