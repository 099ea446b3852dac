import { computeDueDay } from '../calendar/due.ts'
import { comparePeriods, type Frequency, getPeriodAfter } from '../calendar/period.ts'
import type { Site } from '../compose/site.ts'
import type { Contract } from '../contracts/contract.ts'
import { dueRuleOf } from '../contracts/due-rule-of.ts'
import type { PublishedTable } from '../store/published-tables.ts'
import { describeDueRule, formatDueDay } from '../text/describe-due.ts'
import { formatPeriod } from '../text/format.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import { localise } from '../text/ui.ts'

/** By what rule its files are due, and when the next file is due; null where they are due at no date. */
export function describeDue(site: Site, contract: Contract): { rule: LocalText; next: LocalText } | null {
  const rule = dueRuleOf(contract)
  const last = [...site.published.tables.values()]
    .filter((table) => table.contract.id === contract.id)
    .flatMap((table) => table.periods)
    .toSorted(comparePeriods)
    .at(-1)
  if (rule === null || last === undefined) return null
  const next = getPeriodAfter(last)
  const due = computeDueDay(rule, next, site.holidays)
  const describeWhen = (lang: Lang) => {
    const day = formatDueDay(due, lang)
    if (!('day' in due)) return lang === 'zh' ? `（${day}）` : ` (${day})`
    return lang === 'zh' ? `，期限${day}` : `, due on ${day}`
  }
  return { rule: describeDueRule(rule), next: localise((lang) => `${formatPeriod(next, lang)}${describeWhen(lang)}`) }
}

/** Periods that a table of even times should have and has not, between its first and its last. */
export function listMissingPeriods(table: PublishedTable): string[] {
  const [first, last] = [table.periods[0], table.periods.at(-1)]
  if (table.contract.frequency === 'occasional' || first === undefined || last === undefined) return []
  const missing: string[] = []
  for (let next = getPeriodAfter(first); comparePeriods(next, last) < 0; next = getPeriodAfter(next)) {
    if (!table.periods.includes(next) && !table.withdrawn.has(next)) missing.push(next)
  }
  return missing
}

/** What the column `period` holds, by how often a dataset comes. */
export const PERIOD_MEANING: Record<Frequency, LocalText> = {
  week: { zh: '周（ISO 8601），如 2026-W40。', en: 'Week of ISO 8601: 2026-W40.' },
  'half-month': {
    zh: '半月：2026-10-H1 为1—15日，2026-10-H2 为16日至月末。',
    en: 'Half of a month: 2026-10-H1 is the 1st to the 15th, 2026-10-H2 the rest.',
  },
  month: { zh: '月，如 2026-10。', en: 'Month: 2026-10.' },
  quarter: { zh: '季度，如 2026-Q3。', en: 'Quarter: 2026-Q3.' },
  'half-year': { zh: '半年：2026-H1 为上半年。', en: 'Half of a year: 2026-H1 is January to June.' },
  year: { zh: '年，如 2026。', en: 'Year: 2026.' },
  occasional: {
    zh: '2026-W40 为周，2026-10-H1 为上半月，2026-10 为月，2026-Q3 为季度，2026-H1 为上半年，2026 为年。',
    en: 'A week (2026-W40), half-month (2026-10-H1), month (2026-10), quarter (2026-Q3), half-year (2026-H1) or year (2026).',
  },
}
