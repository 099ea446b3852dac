import { findCell, type Pick } from '../measure/select.ts'
import type { Lang } from '../text/local-text.ts'
import { measureOf } from './describe-figure.ts'
import { type Figured, makeFigured } from './rich.ts'
import type { Site } from './site.ts'

/** A published number ready for a sentence. */
export function say(site: Site, pick: Pick, period: string, lang: Lang): Figured {
  const spec = measureOf(site, pick.dataset, pick.table, pick.measure)
  const cell = findCell(site.published, pick, period)
  return makeFigured({ cell, pick, period, unit: spec.unit, decimals: spec.decimals ?? 0, lang })
}
