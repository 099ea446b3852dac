import { describe, expect, test } from 'vitest'
import { isUnaccepted, stopPublishing } from '../../src/problems/acceptance.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { QUIRKS, type QuirkOutcome } from '../../src/quirks/quirks.ts'
import { QUIRK_CASES } from './quirk-cases.ts'
import type { QuirkCase, QuirkResult } from './quirk-files.ts'

export const ALL_QUIRKS = QUIRKS.flatMap((quirk) => quirk.quirks)

/** Quirks of files at their limits, which take as long as all the others. */
export const LARGE: readonly string[] = ['archive-bomb', 'past-limits']

/** Tests that the cases of these quirks come out as the page of quirks says. */
export function testQuirks(quirks: typeof ALL_QUIRKS): void {
  describe.each(quirks)('$id: $title.zh', ({ id, outcome, rules }) => {
    test.each([...(QUIRK_CASES[id] ?? []).entries()])(`case %i: ${outcome}`, async (_index, make) => {
      const { problems, used } = await resultOf(make)
      const reported = problems.map((problem) => problem.rule)
      const raised = raisedOf(problems, outcome).filter((rule) => rules.some((candidate) => candidate === rule))
      if (outcome !== 'accept') expect(raised, reported.join()).not.toEqual([])
      if (outcome === 'refuse') return
      expect(problems.filter((problem) => HARDER[outcome].includes(problem.level))).toEqual([])
      expect(stopPublishing(problems)).toBe(outcome === 'ask')
      expect(used).toBe(true)
    })

    test('every rule of the row is raised by one of its cases', async () => {
      const all = await Promise.all((QUIRK_CASES[id] ?? []).map(resultOf))
      const raised = all.flatMap(({ problems }) => raisedOf(problems, outcome))
      expect(rules.filter((rule) => !raised.includes(rule))).toEqual([])
    })
  })
}

/** What became of each case; some are as large as a file may be, and none is run twice. */
const results = new Map<QuirkCase, ReturnType<QuirkCase>>()
async function resultOf(make: QuirkCase): Promise<QuirkResult> {
  const result = results.get(make) ?? make()
  results.set(make, result)
  return result
}

function raisedOf(problems: readonly Problem[], outcome: QuirkOutcome): string[] {
  const isRaised = (problem: Problem) =>
    problem.level === LEVELS[outcome] && isUnaccepted(problem) === (outcome === 'ask')
  return problems.filter(isRaised).map((problem) => problem.rule)
}

/** The level at which the rules of a row are raised. */
const LEVELS = { accept: null, note: 'note', warn: 'warning', ask: 'warning', refuse: 'error' } as const
/** What must not be reported for an accepted file. */
const HARDER = { accept: ['note', 'warning', 'error'], note: ['warning', 'error'], warn: ['error'], ask: ['error'] }
