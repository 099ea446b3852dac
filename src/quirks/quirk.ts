import type { RuleId } from '../problems/catalogue.ts'
import type { LocalText } from '../text/local-text.ts'

/**
 * What is done with something that exports do: accepted as it is, repaired with a note, accepted with a warning to the
 * person who checks the file, not published until a person has listed it as an exception, or refused with its cell.
 */
export type QuirkOutcome = 'accept' | 'note' | 'warn' | 'ask' | 'refuse'

/** One thing that exports of Chinese government systems do, and how it is handled here. Each is tested. */
export interface Quirk {
  id: string
  outcome: QuirkOutcome
  title: LocalText
  treatment: LocalText
  /** As it is written in a file. */
  example: string
  /** Rules of the catalogue under which it is reported; none where it is accepted without a word. */
  rules: readonly RuleId[]
}
