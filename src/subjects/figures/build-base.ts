import type { FigureBase } from '../../charts/figure.ts'
import { buildFigureBase } from '../../compose/describe-figure.ts'
import type { LocalText } from '../../text/local-text.ts'
import { type FigureScope, measureAt } from './figure-scope.ts'
import { areTrue, fillText, type ValueScope } from './fill-values.ts'

/** What every declared figure states about itself; a title of its own goes before the composed title. */
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
  const periods = published.length > 0 ? published : table.periods.slice(-1)
  const words = composeWords(scope, about.measure, periods.at(-1))
  const base = buildFigureBase(scope.site, {
    id: figure.id,
    title: words.title ?? about.title,
    pick: { dataset: figure.dataset, table: figure.table, measure: about.measure, where: {} },
    periods,
    note: words.note,
  })
  const { unit, decimals = 0 } = measureAt(scope, about.measure)
  return {
    ...base,
    unit,
    decimals,
    ...(figure.names ? { measure: figure.names } : {}),
    ...(figure.period || about.period ? { period: figure.period ?? about.period } : {}),
    ...(about.names ? { measure: about.names } : {}),
  }
}

/** Where the numbers that the words of a figure name are looked up. */
export function valuesOf(
  { site, figure, table }: FigureScope,
  measure: string,
  period = table.periods.at(-1),
): ValueScope {
  return { site, values: figure.values ?? {}, own: { table, measure, period: period ?? '' } }
}

/** Title and note with their numbers, where all of these are known and what is claimed holds. */
function composeWords(
  scope: FigureScope,
  measure: string,
  period: string | undefined,
): { title: LocalText | undefined; note: LocalText | undefined } {
  const { title, note, when = [] } = scope.figure
  const values = valuesOf(scope, measure, period)
  if (!areTrue(values, when)) return { title: undefined, note: undefined }
  const fill = (words: LocalText | undefined) => (words && fillText(values, words)) ?? undefined
  return { title: fill(title), note: fill(note) }
}
