import { createDice } from './dice.ts'
import { HARMLESS_MAKERS } from './harmless-makers.ts'
import { PERSONAL_MAKERS } from './personal-makers.ts'

/** One string of the labelled set: the kinds of personal data in it, and the header of the column it came from. */
export interface LabelledString {
  kinds: string[]
  header: string
  text: string
  /** Digits of the telephone number that its office has made public. */
  allowed: string
}

/** Strings made from a seed; half of them hold personal data, and the others only look so. */
export function generateStrings(seed: number): LabelledString[] {
  const dice = createDice(seed)
  const strings: LabelledString[] = []
  for (const { kinds, times, make } of [...PERSONAL_MAKERS, ...HARMLESS_MAKERS]) {
    for (let count = 0; count < times; count += 1) {
      const { header = '', text, allowed = '' } = make(dice)
      strings.push({ kinds, header, text, allowed })
    }
  }
  return strings
}
