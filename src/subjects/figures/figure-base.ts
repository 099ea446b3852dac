import type { FigureBase } from '../../charts/figure.ts'
import { buildFigureBase } from '../../compose/describe-figure.ts'
import type { LocalText } from '../../text/local-text.ts'
import { type FigureScope, fixedValues, pickAt } from './figure-scope.ts'

/** What every declared figure states about itself; a title of its own goes before the composed one. */
export function buildBase(
  scope: FigureScope,
  about: {
    measure: string
    title: LocalText
    /** Periods of the table that are shown: the first and the last suffice. */
    periods: readonly string[]
    /** Where the horizontal axis is not that of the periods. */
    period?: LocalText
    /** What is measured, where it is more than one measure. */
    names?: LocalText
  },
): FigureBase {
  const { figure, table } = scope
  const published = about.periods.filter((period) => table.periods.includes(period))
  const base = buildFigureBase(scope.site, {
    id: figure.id,
    title: figure.title ?? about.title,
    pick: pickAt(scope, about.measure, fixedValues(scope, [])),
    periods: published.length > 0 ? published : table.periods.slice(-1),
    note: figure.note,
  })
  return {
    ...base,
    ...(about.period ? { period: about.period } : {}),
    ...(about.names ? { measure: about.names } : {}),
  }
}
