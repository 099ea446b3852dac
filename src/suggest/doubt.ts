import type { Profile } from '../contracts/contract.ts'
import type { LocalText } from '../text/local-text.ts'

/** Something in a draft that a person must look at, beside the key of the profile that it is about. */
export interface Doubt {
  key: keyof Profile | null
  words: LocalText
}
