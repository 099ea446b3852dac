import type { Site } from '../compose/site.ts'
import type { SourceRef } from '../measure/series.ts'
import type { PublishedFile } from '../store/published-tables.ts'
import { formatPeriod } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'

const NAMES = {
  provisional: { zh: '初步数', en: 'provisional' },
  final: { zh: '终审数', en: 'final' },
} as const

/** Which vintage a published file is, in a word; null for files that are not about people. */
export function nameVintage({ vintage }: Pick<PublishedFile, 'vintage'>): LocalText | null {
  return vintage ? NAMES[vintage] : null
}

/** Of what a figure shows of people: which vintage its newest period is; null where nothing is about people. */
export function sayVintage(site: Site, sources: readonly SourceRef[]): LocalText | null {
  const known = sources.flatMap(({ dataset, table, to }) => {
    const published = site.published.tables.get(`${dataset}/${table}`)
    const period = published?.files.has(to) ? to : published?.periods.findLast((period) => period <= to)
    const name = nameVintage(published?.files.get(period ?? '') ?? {})
    return period !== undefined && name ? [{ period, name }] : []
  })
  const [first] = known
  if (!first) return null
  return localise((lang) => {
    const period = formatPeriod(first.period, lang)
    return lang === 'zh' ? `${period}为${first.name.zh}` : `${period} is ${first.name.en}`
  })
}
