import { formatDay } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import type { FigureRevision } from './figure-revisions.ts'

/** `第2版（第7次发布，2026年11月20日）` */
export function nameRevision({ revision, release }: Pick<FigureRevision, 'revision' | 'release'>): LocalText {
  return localise((lang) => {
    const own = t(lang, 'revisionNumber', { n: revision })
    const released = t(lang, 'releaseNumber', { n: release.release })
    const day = formatDay(release.date, lang)
    return lang === 'zh' ? `${own}（${released}，${day}）` : `${own} (${released}, ${day})`
  })
}
