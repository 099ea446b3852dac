import { PERIOD_SHAPES } from '../../calendar/period.ts'
import { isRepair, saysExpected, wordsOf } from '../../problems/describe-problem.ts'
import { groupByCause } from '../../problems/group.ts'
import { otherPlaceOf, placeOf } from '../../problems/location.ts'
import { printCounts } from '../../problems/print-problems.ts'
import type { Level, Problem } from '../../problems/problem.ts'
import type { Lang } from '../../text/local-text.ts'
import type { DeskPortal } from '../checker-portal.ts'
import type { DeskCause, DeskReport } from '../protocol.ts'
import type { Judged } from './check-file.ts'
import { previewOf } from './preview.ts'

/** Causes and further places that the page shows at most; the annotated copy has more. */
const CAUSES_SHOWN_MAX = 50
const PLACES_SHOWN_MAX = 200

export interface ReportContext {
  /** All that was found of the file, by itself and together with others. */
  problems: readonly Problem[]
  portal: DeskPortal
  lang: Lang
  replaces?: DeskReport['replaces']
}

/** What the page draws of a judged file. */
export function reportOf(id: number, judged: Judged, context: ReportContext): DeskReport {
  const { problems, portal, lang, replaces = [] } = context
  const { name, dataset, candidates, period, typed, isGuessed, rowsRead, rowsUsed, rowsRefused } = judged
  const causes = groupByCause(problems)
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 }
  for (const cause of causes) counts[cause.level] += cause.count
  const frequency = portal.contracts.find((one) => one.id === dataset)?.frequency
  const shown = causes.slice(0, CAUSES_SHOWN_MAX)
  return {
    id,
    ...{ name, dataset, candidates, period, typed, isGuessed, rowsRead, rowsUsed, rowsRefused },
    replaces,
    periodShape: frequency ? PERIOD_SHAPES[frequency] : null,
    counts,
    told: printCounts(problems, lang),
    causes: shown.flatMap(({ problems: [first, ...others], count }) =>
      first ? [causeOf(first, others, { judged, lang, count })] : [],
    ),
    causesLeft: causes.length - shown.length,
  }
}

function causeOf(
  first: Problem,
  others: readonly Problem[],
  { judged, lang, count }: { judged: Judged; lang: Lang; count: number },
): DeskCause {
  const { rule, level, found } = first
  const expected = saysExpected(first) ? null : first.expected
  const listed = others.slice(0, PLACES_SHOWN_MAX)
  return {
    ...{ rule, level, count, found, expected },
    ...wordsOf(first),
    isRepair: isRepair(first),
    place: placeOf({ ...first, file: null }, lang),
    others: listed.map((one) => otherPlaceOf(one, first, lang)),
    othersLeft: count - 1 - listed.length,
    preview: previewOf(judged, first),
  }
}
