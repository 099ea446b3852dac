import { randomOf } from '../../scripts/demo/random.ts'
import { stopsPublishing } from '../../src/problems/acceptance.ts'
import type { Problem } from '../../src/problems/problem.ts'
import type { Injected, Kind } from './fault.ts'
import type { Subject } from './subject-file.ts'
import type { Outcome, Town } from './town.ts'

/**
 * right: refused by a right rule at its place, repaired with a note, or accepted because nothing published changed.
 * words: refused, and the words or the place are wrong. alarm: a harmless change is refused.
 * noted: other tables would be published, with a note or warning that does not say so. silent: without a word.
 */
export type FaultOutcome = 'right' | 'words' | 'alarm' | 'noted' | 'silent'

export interface FaultCheck {
  kind: string
  group: string
  dataset: string
  outcome: FaultOutcome
  /** Rules that were named and were not named of the true file, with their places. */
  said: string
}

/** One kind in one dataset; null where it does not apply. The same seed makes the same file. */
export function checkFault(town: Town, subject: Subject, kind: Kind, seed = 1): FaultCheck | null {
  const dataset = subject.contract.id
  const injected = kind.inject(subject, randomOf(seed, `${kind.name}:${dataset}`))
  if (injected === null) return null
  const truth = town.getTruth(subject)
  const published = town.check(subject, injected.bytes)
  const known = new Set(truth.problems.map(nameOf))
  const fresh = published.problems.filter((problem) => !known.has(nameOf(problem)))
  const outcome = weigh(kind, injected, { truth, published, fresh })
  const places = fresh.map(({ level, rule, row, column }) => `${level[0]} ${rule}@${row ?? ''},${column ?? ''}`)
  const aim = `→ ${injected.rules.join('|')}@${injected.row ?? ''},${injected.column ?? ''}`
  return { kind: kind.name, group: kind.group, dataset, outcome, said: `${places.slice(0, 6).join(' ')} ${aim}` }
}

function weigh(
  { isHarmless }: Kind,
  injected: Injected,
  { truth, published, fresh }: { truth: Outcome; published: Outcome; fresh: readonly Problem[] },
): FaultOutcome {
  const errors = fresh.filter(stopsPublishing)
  const isTrue = published.tables === truth.tables
  if (isHarmless) {
    if (errors.length > 0) return 'alarm'
    if (isTrue) return 'right'
    return fresh.length > 0 ? 'noted' : 'silent'
  }
  if (errors.length > 0) return errors.some((error) => isAt(error, injected)) ? 'right' : 'words'
  if (isTrue) return 'right'
  return fresh.length > 0 ? 'noted' : 'silent'
}

function isAt({ rule, row, column }: Problem, injected: Injected): boolean {
  if (!injected.rules.includes(rule)) return false
  // What figures show points to no row.
  if (row === null && FIGURES.has(rule)) return true
  if (injected.row !== undefined && row !== injected.row) return false
  return injected.column === undefined || column === injected.column
}

const FIGURES = new Set([
  'table-carry',
  'table-balance',
  'table-same-as',
  'figure-jump',
  'figure-unit-slip',
  'numbers-left-out',
  'rows-gone',
])

function nameOf({ rule, level, found, expected, params }: Problem): string {
  return JSON.stringify([rule, level, found, expected, params])
}
