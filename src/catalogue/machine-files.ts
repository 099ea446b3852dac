import type { Site } from '../compose/site.ts'
import type { Manifest } from '../store/manifest.ts'
import { renderCroissant } from './croissant.ts'
import { renderCatalog } from './dcat.ts'
import { renderFeeds } from './release-feeds.ts'
import { renderLlmsText, renderOpenSearch, renderRobots, renderSiteMapFile } from './site-lists.ts'

/**
 * Files by which programs find what the site publishes, by path below the site. All of them name full addresses: without one
 * in `site.yaml` there are none.
 */
export function listMachineFiles(site: Site, base: string, files: Manifest): { path: string; text: string }[] {
  if (site.settings.url === undefined) return []
  return [
    { path: 'catalog.jsonld', text: renderCatalog(site, base, files) },
    { path: 'croissant.json', text: renderCroissant(site, base, files) },
    { path: 'sitemap.xml', text: renderSiteMapFile(site, base) },
    { path: 'robots.txt', text: renderRobots(site, base) },
    { path: 'llms.txt', text: renderLlmsText(site, base) },
    { path: 'opensearch.xml', text: renderOpenSearch(site, base) },
    ...renderFeeds(site, base),
  ]
}
