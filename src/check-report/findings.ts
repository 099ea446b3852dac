import { describeProblem, isRepair, mentionsExpected } from '../problems/describe-problem.ts'
import { type Cause, groupByCause } from '../problems/group.ts'
import { locationOf } from '../problems/location.ts'
import type { Problem } from '../problems/problem.ts'
import { renderElement, say } from './html-element.ts'
import type { Writing } from './writing.ts'

/** Causes that are printed; there are seldom more than a few. */
const CAUSES_MAX = 50

/** What was found, by cause: the first cell of each, and how often. What is personal was covered when it was found. */
export function renderFindings(problems: readonly Problem[], writing: Writing): string {
  const { words } = writing
  const causes = groupByCause(problems)
  if (causes.length === 0) return renderElement('p', {}, say(words.noFindings))
  const items = causes.slice(0, CAUSES_MAX).map((cause) => renderCause(cause, writing))
  const left = causes.length - items.length
  return (
    renderElement('ul', { class: 'causes' }, ...items) +
    (left > 0 ? renderElement('p', {}, say(words.causesLeft(left))) : '')
  )
}

function renderCause({ level, problems: [first], count }: Cause, { lang, words, ...writing }: Writing): string {
  if (!first) return ''
  const { message, remedy } = describeProblem(first)
  return renderElement(
    'li',
    { class: level },
    renderElement('b', {}, say(words.level[level])),
    ' ',
    say(message[lang]),
    ' ',
    renderElement('span', { class: 'quiet' }, say(words.places(writing.count(count)))),
    renderElement(
      'p',
      { class: 'quiet' },
      ...evidenceOf(first, lang).map((part) => renderElement('span', {}, say(part))),
    ),
    remedy[lang] === '' ? '' : renderElement('p', {}, say(remedy[lang])),
  )
}

function evidenceOf(problem: Problem, lang: 'zh' | 'en'): string[] {
  const { found, expected } = problem
  const [was, should] = EVIDENCE[lang][isRepair(problem) ? 'repair' : 'fault']
  return [
    locationOf(problem, lang),
    found === null || found === '' ? '' : `${was} ${found}`,
    expected === null || expected === '' || mentionsExpected(problem) ? '' : `${should} ${expected}`,
    problem.rule,
  ].filter((part) => part !== '')
}

const EVIDENCE = {
  zh: { fault: ['实为', '应为'], repair: ['原为', '读作'] },
  en: { fault: ['found', 'expected'], repair: ['was', 'read as'] },
} as const
