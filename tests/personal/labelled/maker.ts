import type { Dice } from './dice.ts'
import { PROSE } from './word-lists.ts'

/** Makes strings of one sort. */
export interface Maker {
  kinds: string[]
  times: number
  make: (dice: Dice) => { header?: string; text: string; allowed?: string }
}

/** Puts a datum into a sentence of the domain. */
export function composeProse(dice: Dice, datum: string): string {
  return dice.pick(PROSE).replace('%', datum)
}
