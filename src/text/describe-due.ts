import type { DueDay, DueRule } from '../calendar/due.ts'
import { formatDay } from './format.ts'
import type { Lang, LocalText } from './local-text.ts'
import { formatOrdinal, pluralise } from './plural.ts'

/** A due rule in words: `期末后5个工作日内` / `within 5 working days after the period ends`. */
export function describeDueRule(rule: DueRule): LocalText {
  if ('workingDaysAfterEnd' in rule) {
    const count = rule.workingDaysAfterEnd
    return {
      zh: `期末后${count}个工作日内`,
      en: `within ${pluralise(count, 'working day')} after the period ends`,
    }
  }
  if ('daysAfterEnd' in rule) {
    const count = rule.daysAfterEnd
    return { zh: `期末后${count}天内`, en: `within ${pluralise(count, 'day')} after the period ends` }
  }
  if ('dayOfNextMonth' in rule) {
    const date = rule.dayOfNextMonth
    return { zh: `不晚于期末次月${date}日`, en: `by the ${formatOrdinal(date)} of the month after the period ends` }
  }
  const span = SPANS[rule.lastWorkingDayOf]
  return { zh: `不晚于${span.zh}最后一个工作日`, en: `by the last working day of the ${span.en}` }
}

const SPANS: Record<Extract<DueRule, { lastWorkingDayOf: string }>['lastWorkingDayOf'], LocalText> = {
  month: { zh: '当月', en: 'month' },
  quarter: { zh: '当季', en: 'quarter' },
  'half-year': { zh: '当半年', en: 'half-year' },
  year: { zh: '当年', en: 'year' },
}

/** A due day, or why it is not known: `2026年11月6日`, `放假安排未公布`, `未载节假日表`. */
export function formatDueDay(due: DueDay, lang: Lang): string {
  if ('day' in due) return formatDay(due.day, lang)
  if ('unpublished' in due) {
    return lang === 'zh' ? '放假安排未公布' : `the holidays of ${due.unpublished} are not yet published`
  }
  return lang === 'zh' ? '未载节假日表' : `the holidays of ${due.beforeTable} are not in the list`
}
