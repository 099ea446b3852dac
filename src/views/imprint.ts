import type { Site } from '../compose/site.ts'
import type { Lang } from '../text/local-text.ts'
import { findFullAddress } from './address.ts'
import { figurePathOf } from './figure-id.ts'
import { findNewestRevision, type KnownFigure } from './figure-revisions.ts'

/**
 * What a picture says at its foot when it has left its page: the site, the release that it is of, its address where the
 * publisher has named one. `本市数据，第8次发布（2026-11-20） https://city.example/f/reports-2026-10-cases-hours/`
 */
export function composeImprint(site: Site, figure: KnownFigure, { lang, base }: { lang: Lang; base: string }): string {
  const { release, date } = findNewestRevision(figure).release
  const edition = lang === 'zh' ? `，第${release}次发布（${date}）` : `, release ${release} (${date})`
  const address = findFullAddress(site, base, figurePathOf(figure.id))
  return `${site.settings.title[lang]}${edition}${address === null ? '' : ` ${address[lang]}`}`
}
