import type { FigureSpec } from '../charts/figure.ts'
import type { Site } from '../compose/site.ts'
import type { Lang } from '../text/local-text.ts'
import { makeAddress } from './address.ts'

/**
 * What a picture says at its foot when it has left its page: the site, the newest release of what it shows, its address
 * where the publisher has named one. `本市数据，第8次发布（2026-11-20） https://city.example/reports/2026-10/#hours`
 */
export function composeImprint(
  site: Site,
  { spec, path, lang, base }: { spec: FigureSpec; path: string; lang: Lang; base: string },
): string {
  const { title, url } = site.settings
  const shown = new Set(spec.sources.map(({ dataset, table }) => `${dataset}/${table}`))
  const last = site.published.releases.findLast(({ files }) =>
    files.some(({ dataset, table }) => shown.has(`${dataset}/${table}`)),
  )
  const release = last && (lang === 'zh' ? `第${last.release}次发布` : `release ${last.release}`)
  const [comma, open, close] = lang === 'zh' ? ['，', '（', '）'] : [', ', ' (', ')']
  const edition = last ? `${comma}${release}${open}${last.date}${close}` : ''
  const address = url === undefined ? '' : ` ${new URL(`${makeAddress(base, lang, path)}#${spec.id}`, url).href}`
  return `${title[lang]}${edition}${address}`
}
