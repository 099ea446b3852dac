import type { Lang } from '../text/local-text.ts'
import { pluralise } from '../text/plural.ts'
import { sum } from '../text/sum.ts'
import { describeProblem, isRepair, mentionsExpected } from './describe-problem.ts'
import type { Cause } from './group.ts'
import { groupByCause, isOpen } from './group.ts'
import { locationOf, otherLocationOf } from './location.ts'
import type { Level, Problem } from './problem.ts'

/** Causes and further places that are shown at most; the rest is counted. */
const CAUSES_SHOWN_MAX = 50
const PLACES_SHOWN_MAX = 8

/** Problems as a person at a terminal reads them: grouped by cause, each with its first cell and what to do. No colours. */
export function printProblems(problems: readonly Problem[], lang: Lang): string {
  const causes = groupByCause(problems)
  const blocks = causes.slice(0, CAUSES_SHOWN_MAX).map((cause) => printCause(cause, lang))
  const left = causes.length - blocks.length
  if (left > 0)
    blocks.push({ zh: `另有${left}类问题没有列出。`, en: `${left} more kinds of problem are not listed.` }[lang])
  return blocks.join('\n\n')
}

/** `3处错误，2处警告（1处须核准），2处说明` / `3 errors, 2 warnings (1 must be accepted), 2 notes`. */
export function printCounts(problems: readonly Problem[], lang: Lang): string {
  const counts: Record<Level, number> = { error: 0, warning: 0, note: 0 }
  const causes = groupByCause(problems)
  for (const cause of causes) counts[cause.level] += cause.count
  const count = sum(causes.filter(isOpen).map((cause) => cause.count))
  const open = count === 0 ? '' : { zh: `（${count}处须核准）`, en: ` (${count} must be accepted)` }[lang]
  if (lang === 'zh') return `${counts.error}处错误，${counts.warning}处警告${open}，${counts.note}处说明`
  const warnings = `${pluralise(counts.warning, 'warning')}${open}`
  return [pluralise(counts.error, 'error'), warnings, pluralise(counts.note, 'note')].join(', ')
}

function printCause({ level, problems, count }: Cause, lang: Lang): string {
  const [first, ...others] = problems
  if (!first) return ''
  const { message, remedy } = describeProblem(first)
  const lines = [`${MARKS[level]} ${message[lang]}   ${first.rule}`]
  const where = [locationOf(first, lang), ...listEvidence(first, lang)].filter((part) => part !== '')
  if (where.length > 0) lines.push(`  ${where.join('   ')}`)
  lines.push(`  ${remedy[lang]}`)
  if (count > 1) lines.push(`  ${printOthers(first, others, { lang, count: count - 1 })}`)
  return lines.join('\n')
}

const MARKS: Record<Level, string> = { error: '✗', warning: '!', note: '·' }

/** What was there and what should be; the latter only where the remedy does not say it. */
function listEvidence(problem: Problem, lang: Lang): string[] {
  const { found, expected } = problem
  const words = EVIDENCE[lang][isRepair(problem) ? 'repair' : 'fault']
  const parts = [
    found === null ? '' : `${words[0]} ${formatFound(found, lang)}`,
    expected === null || expected === '' || mentionsExpected(problem) ? '' : `${words[1]} ${expected}`,
  ]
  return parts.filter((part) => part !== '')
}

const EVIDENCE = {
  zh: { fault: ['实为', '应为'], repair: ['原为', '读作'] },
  en: { fault: ['found', 'expected'], repair: ['was', 'read as'] },
}

/** Line breaks and invisible characters are written out, so that they can be seen and cannot play tricks. */
function formatFound(text: string, lang: Lang): string {
  if (text === '') return { zh: '（空）', en: '(blank)' }[lang]
  const visible = text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return visible === visible.trim() ? visible : `“${visible}”`
}

function printOthers(
  first: Problem,
  others: readonly Problem[],
  { lang, count }: { lang: Lang; count: number },
): string {
  const places = others.slice(0, PLACES_SHOWN_MAX).map((other) => otherLocationOf(other, first, lang))
  const listed = places.filter((place) => place !== '')
  const more = count > listed.length
  if (lang === 'zh')
    return `同类问题另有${count}处${listed.length > 0 ? `：${listed.join('、')}${more ? '……' : ''}` : '。'}`
  return `${count} more of the same${listed.length > 0 ? `: ${listed.join('; ')}${more ? ' …' : ''}` : '.'}`
}
