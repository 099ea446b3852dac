import type { Privacy } from '../contracts/contract.ts'

/** Where the values of a column may go: into print, into work, or nowhere. */
export const DESTINATION: Readonly<Record<Privacy, 'print' | 'work' | 'nowhere'>> = {
  public: 'print',
  dimension: 'print',
  count: 'print',
  quasi: 'work',
  personal: 'nowhere',
  'free-text': 'nowhere',
}
