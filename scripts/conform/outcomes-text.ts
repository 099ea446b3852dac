import { toBilingual } from '../command/bilingual.ts'
import { describeOutcome, type Outcome } from './run-checks.ts'

/** Findings of one check that are printed; all of them are in its folder. */
const FINDINGS_SHOWN_MAX = 30

/** What was found and what is lacking, then one row a check: name, program and version, outcome, what it proves. */
export function formatOutcomes(outcomes: readonly Outcome[], store: string): string {
  const parts = outcomes.map((outcome) => formatDetails(outcome, store)).filter((lines) => lines.length > 0)
  return `${[...parts, formatTable(outcomes)].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function formatDetails({ check, result }: Outcome, store: string): string[] {
  if (result.kind === 'lacking') return [`${check.name}: ${result.lacks}`]
  const summary = (result.summary ?? []).map((line) => `  ${line}`)
  if (result.findings.length === 0)
    return summary.length === 0 ? [] : [`${check.name}: ${toBilingual(check.about)}`, ...summary]
  const rest = result.findings.length - FINDINGS_SHOWN_MAX
  const where = `${store}/${check.name}/findings.txt`
  return [
    `${check.name}: ${toBilingual(check.about)}`,
    ...summary,
    ...result.findings.slice(0, FINDINGS_SHOWN_MAX).map((finding) => `  ✗ ${finding.replaceAll('\n', '\n    ')}`),
    ...(rest > 0 ? [`  ${toBilingual({ zh: `另有 ${rest} 处，见 ${where}`, en: `${rest} more in ${where}` })}`] : []),
  ]
}

function formatTable(outcomes: readonly Outcome[]): string[] {
  const rows = outcomes.map(({ check, result }) => ({
    mark: markOf(result),
    name: check.name,
    program: result.kind === 'ran' ? `${result.program} ${result.version}` : result.program,
    outcome: toBilingual(describeOutcome(result)),
  }))
  const widthOf = (column: 'name' | 'program') => Math.max(0, ...rows.map((row) => row[column].length))
  return rows.map((row) => {
    const cells = [row.name.padEnd(widthOf('name')), row.program.padEnd(widthOf('program')), row.outcome]
    return `${row.mark} ${cells.join('  ')}`
  })
}

function markOf(result: Outcome['result']): string {
  if (result.kind === 'lacking') return '–'
  return result.findings.length === 0 ? '✓' : '✗'
}
