import type { Site } from '../compose/site.ts'
import { describeDataset } from '../downloads/dataset-facts.ts'
import { escapeXml } from '../text/escape-xml.ts'
import { listDatasets } from '../views/dataset-page.ts'
import { hasTraditional, TRADITIONAL, traditionalPathOf } from '../views/reading-version.ts'
import { findReleaseDay, reportPathOf } from '../views/report-page.ts'
import { buildSiteMap } from '../views/sitemap.ts'
import { addressesOf } from './addresses.ts'

/**
 * `sitemap.xml` (sitemaps.org 0.9): every page of the site's own map in each language, naming the others, with the day on
 * which the figures that it shows were last published.
 */
export function renderSiteMapFile(site: Site, base: string): string {
  const to = addressesOf(site, base)
  const newest = site.published.releases.at(-1)?.date ?? ''
  const days = new Map(
    listDatasets(site).map((contract) => [`/data/${contract.id}/`, describeDataset(site, contract, base).released]),
  )
  for (const { pages } of buildSiteMap(site)) {
    for (const { path } of pages) {
      const month = /^\/reports\/([^/]+)\/$/.exec(path)?.[1]
      if (month !== undefined && path === reportPathOf(month)) days.set(path, findReleaseDay(site, month))
    }
  }
  const paths = new Set([
    '/',
    ...buildSiteMap(site).flatMap(({ path, pages }) => [path, ...pages.map((page) => page.path)]),
  ])
  const entries = [...paths].flatMap((path) => {
    const [zh, en] = [to.resolvePage(path, 'zh'), to.resolvePage(path, 'en')].map(escapeXml)
    const hant = hasTraditional(site, path) ? [escapeXml(to.resolvePage(traditionalPathOf(path), 'zh'))] : []
    const links = [['zh-CN', zh], ['en', en], ...hant.map((loc) => [TRADITIONAL.lang, loc])]
      .map(([lang, loc]) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${loc}"/>`)
      .join('')
    return [zh, en, ...hant].map(
      (loc) => `<url><loc>${loc}</loc><lastmod>${days.get(path) ?? newest}</lastmod>${links}</url>\n`,
    )
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`
}

/** Nothing of a public site is kept from programs. A robots.txt counts at the root of a host only. */
export function renderRobots(site: Site, base: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressesOf(site, base).resolveFile('/sitemap.xml')}\n`
}

/** `llms.txt` (llmstxt.org): what is here and how its figures are to be read, for language models. */
export function renderLlmsText(site: Site, base: string): string {
  const to = addressesOf(site, base)
  const { title, description, demonstration, licence } = site.settings
  return `${[
    `# ${title.zh} ${title.en}`,
    '',
    `> ${description.zh} ${description.en}`,
    '',
    ...(demonstration ? [`${demonstration.sentence.zh}${demonstration.sentence.en}`, ''] : []),
    `许可 Licence: ${licence.name} ${licence.url}`,
    '',
    '代码是文本；百分数以 0—100 记；缺的值留空，旁边的状态列说明原因。Codes are text; percentages are 0–100; a missing value is blank, with its status beside it.',
    '',
    '## 数据 Data',
    '',
    ...listDatasets(site).map(
      ({ id, title: name, description: about }) =>
        `- [${name.zh} ${name.en}](${to.resolveFile(`/data/${id}/datapackage.json`)}): ${about.en}`,
    ),
    '',
    '## 更多 More',
    '',
    `- [DCAT](${to.resolveFile('/catalog.jsonld')})`,
    `- [发布记录 Release log](${to.resolveFile('/data/releases.jsonl')})`,
    `- [方法 Methods](${to.resolvePage('/methods/', 'en')})`,
    '',
  ].join('\n')}`
}

/** OpenSearch 1.1: a browser offers the site's own search. */
export function renderOpenSearch(site: Site, base: string): string {
  const { title, description } = site.settings
  const search = addressesOf(site, base).resolvePage('/search/', 'zh')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${escapeXml(title.zh.slice(0, 16))}</ShortName><Description>${escapeXml(description.zh)}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/></OpenSearchDescription>\n`
}
