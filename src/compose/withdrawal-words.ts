import type { TablePeriod } from '../measure/series.ts'
import type { Published, Release } from '../store/published-tables.ts'
import { formatDay } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'
import type { Site } from './site.ts'

/**
 * `已于2026年12月1日撤下：应当事人要求`, without a full stop: when and why the figures of a period were taken out. Null where
 * they were not.
 */
export function describeWithdrawal(site: Site, of: TablePeriod): LocalText | null {
  const release = findWithdrawal(site, of)
  return release ? describeRelease(release) : null
}

/** The same of a whole table, or a whole dataset, of which nothing is published any more. Null where that is not so. */
export function describeWholeWithdrawal(published: Published, dataset: string, table?: string): LocalText | null {
  const isPublished = [...published.tables.keys()].some((key) =>
    table === undefined ? key.startsWith(`${dataset}/`) : key === `${dataset}/${table}`,
  )
  if (isPublished) return null
  const own = table === undefined ? `${dataset}/` : `${dataset}/${table}/`
  const release = [...published.withdrawn].findLast(([path]) => path.startsWith(own))?.[1]
  return release ? describeRelease(release) : null
}

/** When and why a release took something out, without a full stop: `已于2026年12月1日撤下：应当事人要求`. */
export function describeRelease({ date, reason }: Release): LocalText {
  return localise((lang) => {
    const why = reason?.[lang].replace(/[。.]$/, '')
    if (lang === 'zh') return `已于${formatDay(date, lang)}撤下${why ? `：${why}` : ''}`
    return `withdrawn on ${formatDay(date, lang)}${why ? `: ${why}` : ''}`
  })
}

/** Of a table of which every period was taken out, nothing but the log is left. */
function findWithdrawal({ published }: Site, { dataset, table, period }: TablePeriod): Release | undefined {
  const found = published.tables.get(`${dataset}/${table}`)
  if (found) return found.withdrawn.get(period)
  const own = `${dataset}/${table}/${period}.`
  return [...published.withdrawn].findLast(([path]) => path.startsWith(own))?.[1]
}
