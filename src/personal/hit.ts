/** Kinds of personal data that the scanner knows. */
const PERSONAL_KINDS = [
  'resident-id',
  'mobile',
  'landline',
  'bank-card',
  'plate',
  'passport',
  'email',
  'account',
  'address',
  'name',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** Personal data in one text: its kind, where it is in the text as received, and what may be printed of it. */
export interface Hit {
  kind: PersonalKind
  start: number
  end: number
  masked: string
  /** By which it is accepted without being named: `hashDatum` of the datum as folded, without signs between. */
  hash: string
}

/** A hit in a folded text, before it is masked. */
export interface FoldedHit {
  kind: PersonalKind
  start: number
  end: number
}

/** How many characters stay readable at either end, so that a clerk finds the cell again. */
const ENDS: Readonly<Record<PersonalKind, readonly [head: number, tail: number]>> = {
  'resident-id': [3, 4],
  mobile: [3, 2],
  landline: [3, 2],
  'bank-card': [4, 4],
  plate: [2, 1],
  passport: [1, 2],
  email: [1, 3],
  account: [1, 1],
  address: [0, 1],
  name: [1, 0],
}

/** `320***********123X`: the datum itself is never printed, whatever its length. */
export function maskHit(kind: PersonalKind, found: string): string {
  const bare = stripSigns(kind, found)
  let [head, tail] = ENDS[kind]
  // Of a short datum at least half stays hidden.
  while (head + tail > bare.length / 2 && head + tail > 0) {
    if (tail >= head) tail -= 1
    else head -= 1
  }
  return `${bare.slice(0, head)}${'*'.repeat(Math.max(1, bare.length - head - tail))}${bare.slice(bare.length - tail)}`
}

/** The datum however it was grouped: 138 0013 8000 and 138-0013-8000 are the same number. */
export function stripSigns(kind: PersonalKind, found: string): string {
  return kind === 'email' ? found.replace(/\s/g, '') : found.replace(/[\s·._/()-]/g, '')
}
