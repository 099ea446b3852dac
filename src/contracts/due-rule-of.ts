import type { DueRule } from '../calendar/due.ts'
import type { Frequency } from '../calendar/period.ts'

/** What a contract says of its due dates. */
export interface DueFields {
  frequency: Frequency
  due?: DueRule | undefined
  dueFrom?: string | undefined
  dueDays?: number | undefined
}

/** The rule of a contract under either of its spellings; null where its files are due at no date. */
export function dueRuleOf({ due, dueDays, frequency }: DueFields): DueRule | null {
  if (frequency === 'occasional') return null
  return due ?? (dueDays === undefined ? null : { daysAfterEnd: dueDays })
}
