import type { Loops } from './loops.ts'
import { GROUP_LOOPS } from './plain-groups.ts'
import { HASH_LOOPS } from './plain-hashes.ts'
import { MASK_LOOPS } from './plain-masks.ts'

/** Arrays of columns, zeros where they are new, and the loops over them. */
export interface Vectors extends Loops {
  allocateBytes(length: number): Uint8Array
  allocateInts(length: number): Int32Array
  allocateDoubles(length: number): Float64Array
  /** The same values in an array that the loops can reach, or the array itself where they can. */
  hold<Values extends Uint8Array | Int32Array | Float64Array>(values: Values): Values
  /** Takes back what was made while something was done: nothing of it may be used afterwards. */
  lend<Made>(work: () => Made): Made
}

/** Ordinary arrays, and loops in TypeScript: what every engine has. */
export const PLAIN: Vectors = {
  ...MASK_LOOPS,
  ...GROUP_LOOPS,
  ...HASH_LOOPS,
  allocateBytes: (length) => new Uint8Array(length),
  allocateInts: (length) => new Int32Array(length),
  allocateDoubles: (length) => new Float64Array(length),
  hold: (values) => values,
  lend: (work) => work(),
}
