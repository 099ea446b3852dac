import { PERIOD_SHAPES } from '../../calendar/period.ts'
import { describeProblem, isRepair, mentionsExpected } from '../../problems/describe-problem.ts'
import { groupByCause, isOpen } from '../../problems/group.ts'
import { locationOf, otherLocationOf } from '../../problems/location.ts'
import { printCounts } from '../../problems/print-problems.ts'
import type { Level, Problem } from '../../problems/problem.ts'
import type { Lang } from '../../text/local-text.ts'
import { sum } from '../../text/sum.ts'
import type { CheckerPortal } from '../checker-portal.ts'
import type { CheckerCause, CheckerReport } from '../protocol.ts'
import type { CheckedFile } from './check-file.ts'
import { type PreviewSource, previewOf } from './preview.ts'

/** Causes and further places that the page shows at most; the annotated copy has more. */
const CAUSES_SHOWN_MAX = 50
const PLACES_SHOWN_MAX = 200

interface ReportContext {
  /** All that was found of the file, by itself and together with others. */
  problems: readonly Problem[]
  portal: CheckerPortal
  lang: Lang
  replaces?: CheckerReport['replaces']
}

/** What the page draws of a checked file. */
export function reportOf(id: number, checked: CheckedFile, context: ReportContext): CheckerReport {
  const { problems, portal, lang, replaces = [] } = context
  const { name, dataset, candidates, period, typed, isGuessed, rowsRead, rowsUsed, rowsRefused } = checked
  const causes = groupByCause(problems)
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 }
  for (const cause of causes) counts[cause.level] += cause.count
  const frequency = portal.contracts.find((contract) => contract.id === dataset)?.frequency
  const shown = causes.slice(0, CAUSES_SHOWN_MAX)
  const sheets = checked.readSheets(shown.flatMap(({ problems: [first] }) => first?.row ?? []))
  const source = { sheets, lines: checked.lines }
  return {
    id,
    ...{ name, dataset, candidates, period, typed, isGuessed, rowsRead, rowsUsed, rowsRefused },
    replaces,
    periodShape: frequency ? PERIOD_SHAPES[frequency] : null,
    counts,
    unaccepted: sum(causes.filter(isOpen).map((cause) => cause.count)),
    summary: printCounts(problems, lang),
    causes: shown.flatMap(({ problems: [first, ...others], count }) =>
      first ? [causeOf(first, others, { source, lang, count })] : [],
    ),
    causesLeft: causes.length - shown.length,
  }
}

function causeOf(
  first: Problem,
  others: readonly Problem[],
  { source, lang, count }: { source: PreviewSource; lang: Lang; count: number },
): CheckerCause {
  const { rule, level, found } = first
  const expected = mentionsExpected(first) ? null : first.expected
  const listed = others.slice(0, PLACES_SHOWN_MAX)
  return {
    ...{ rule, level, count, found, expected },
    ...describeProblem(first),
    isRepair: isRepair(first),
    place: locationOf({ ...first, file: null }, lang),
    others: listed.map((problem) => otherLocationOf(problem, first, lang)),
    othersLeft: count - 1 - listed.length,
    preview: previewOf(source, first),
  }
}
