import type { Random } from '../../scripts/demo/random.ts'
import type { Subject } from './subject-file.ts'

/** A file with one fault in it, and what is right to say of it. */
export interface Injected {
  bytes: Uint8Array
  /** Ids of the rules one of which must be named; none where every answer but silence is right. */
  rules: readonly string[]
  /** Where the rule must point to, as far as the place is known; counted from 1. */
  row?: number
  column?: number
  /** Also right: the file is accepted with the true tables. */
  mayPass?: boolean
}

/** One kind of fault, or of harmless change. */
export interface Kind {
  name: string
  group: string
  /** A harmless change must be accepted with identical tables. */
  isHarmless: boolean
  /** Null where the dataset has nothing that this could happen to, or nothing by which anybody could know. */
  inject(subject: Subject, random: Random): Injected | null
}

type Inject = Kind['inject']

/** Kinds of one group, by name. */
export function defineFaults(group: string, kinds: Readonly<Record<string, Inject>>): Kind[] {
  return Object.entries(kinds).map(([name, inject]) => ({ name, group, isHarmless: false, inject }))
}

/** Changes that change no figure. */
export function defineHarmless(
  group: string,
  kinds: Readonly<Record<string, (subject: Subject, random: Random) => Uint8Array | null>>,
): Kind[] {
  return Object.entries(kinds).map(([name, change]) => ({
    name,
    group,
    isHarmless: true,
    inject(subject, random) {
      const bytes = change(subject, random)
      return bytes === null ? null : { bytes, rules: [], mayPass: true }
    },
  }))
}
