import type { Lang } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { auditPublished, type PublishedAudit } from '../../src/withhold/audit-published.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import { Contradiction } from '../../src/withhold/propagate-bounds.ts'
import { InputError } from '../command/run-command.ts'
import type { AuditOptions } from './audit-options.ts'
import { readPublishedSite } from './read-published-site.ts'

/** Throws InputError where the tables contradict each other. */
export async function auditSite(folder: string): Promise<PublishedAudit> {
  const tables = await readPublishedSite(folder)
  const openSolver = await loadSolver()
  try {
    return auditPublished(tables, openSolver)
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw new InputError({
      zh: `${folder}里的表互相矛盾，没有一组整数符合：${error.message}`,
      en: `The tables of ${folder} contradict each other: no whole numbers fit: ${error.message}`,
    })
  }
}

/** Prints the audit of a site. Exit code 1 where a hidden cell has fewer possible values than its class promises. */
export async function printSiteAudit(folder: string, { format, lang }: AuditOptions): Promise<void> {
  const audit = await auditSite(folder)
  process.stdout.write(format === 'json' ? `${JSON.stringify(audit)}\n` : reportText(audit, lang))
  if (audit.narrow.length > 0 || audit.undecided.length > 0) throw new InputError('')
}

function reportText(
  { tables, cells, hidden, equations, exact, narrow, undecided }: PublishedAudit,
  lang: Lang,
): string {
  const values = exact.map(([cell, value]) => `  ${cell} = ${value}`)
  const others = narrow.filter((cell) => !exact.some(([one]) => one === cell)).map((cell) => `  ${cell}`)
  const lines: Record<Lang, string[]> = {
    zh: [
      `涉及人的表${tables}张，计数${cells}格，隐去${hidden}格，等式${equations}个。`,
      `可准确推出：${exact.length}`,
      ...values,
      `可能取值过少：${narrow.length}`,
      ...others,
      `未判定：${undecided.length}`,
      ...undecided.map((cell) => `  ${cell}`),
    ],
    en: [
      `${pluralise(tables, 'table')} about people, ${pluralise(cells, 'count')}, ${hidden} of them hidden, ${pluralise(equations, 'equation')}.`,
      `found exactly: ${exact.length}`,
      ...values,
      `with too few possible values: ${narrow.length}`,
      ...others,
      `undecided: ${undecided.length}`,
      ...undecided.map((cell) => `  ${cell}`),
    ],
  }
  return `${lines[lang].join('\n')}\n`
}
