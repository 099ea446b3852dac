import type { RuleId } from '../problems/catalogue.ts'
import type { LocalText } from '../text/local-text.ts'

/**
 * What is done with something that exports do: taken as it is, repaired and said so, taken with a warning to whoever checks
 * the file, or sent back with its cell.
 */
export type QuirkOutcome = 'accept' | 'note' | 'warn' | 'refuse'

/** One thing that exports of Chinese government systems do, and what becomes of it here. Each has its tests. */
export interface Quirk {
  id: string
  outcome: QuirkOutcome
  title: LocalText
  treatment: LocalText
  /** As it stands in a file. */
  example: string
  /** Rules of the catalogue under which it is reported; none where it is accepted without a word. */
  rules: readonly RuleId[]
}
