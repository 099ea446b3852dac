import type { Cell } from '../contracts/table.ts'

/** Fewer valid answers than this and a share is neither drawn nor ranked. */
const SMALL_SAMPLE = 30

/** True where the number of valid answers is known and too small. */
export function isSmallSample(n: Cell | null): boolean {
  return n?.value != null && n.value < SMALL_SAMPLE
}
