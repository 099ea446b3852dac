import type { LocalText } from '../text/local-text.ts'
import type { DownloadColumn } from './download-columns.ts'

/** Headings for people, each there once: `按期办结率 On-time rate（%）`. Percentages are 0–100, as the unit says. */
export function listHeadings(columns: readonly DownloadColumn[]): string[] {
  const headings = columns.map(({ names, unit }) => `${joinLanguages(names)}${unit ? describeRemark(unit) : ''}`)
  const counts = new Map<string, number>()
  for (const heading of headings) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  return headings.map((heading, at) =>
    (counts.get(heading) ?? 0) > 1 ? `${heading} [${columns[at]?.id ?? ''}]` : heading,
  )
}

/** Both languages in one line; a text that is the same in both once. */
export function joinLanguages({ zh, en }: LocalText): string {
  if (zh === en) return zh
  return [zh, en].filter((text) => text !== '').join(' ')
}

function describeRemark(unit: LocalText): string {
  const words = joinLanguages(unit)
  return words === '' ? '' : `（${words}）`
}
