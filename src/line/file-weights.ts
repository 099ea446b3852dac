import { sum } from '../text/sum.ts'
import { PIECES_BYTES_MIN } from './raw-bytes.ts'
import type { FileTask } from './raw-file.ts'

/** How much longer a byte takes that is not read straight to columns, and one of a workbook, which is packed. */
const SLOW = 80
const PACKED = 300

/** The time that a file takes, as bytes of a large CSV that take as long. */
export function weigh({ file: { path, bytes } }: FileTask): number {
  if (!path.toLowerCase().endsWith('.csv')) return bytes * PACKED
  return bytes < PIECES_BYTES_MIN ? bytes * SLOW : bytes
}

/**
 * A second thread takes 0.5 s of CPU to start and to compile what the first has compiled, as 40 MB do. With less than twice
 * that for it to do, nobody would notice what it saves.
 */
const SECOND_WEIGHT_MIN = 80_000_000

/** A thread that scans half of a file takes no less to start. */
const SPLIT_BYTES_MIN = 80_000_000

/** True where a file is so large that it is faster scanned by two threads. */
export function isWorthSplitting({ file: { path, bytes } }: FileTask): boolean {
  return path.toLowerCase().endsWith('.csv') && bytes >= SPLIT_BYTES_MIN
}

/** True where a second thread would have enough to do beside the largest of the files. */
export function isWorthSecond(tasks: readonly FileTask[]): boolean {
  const weights = tasks.map(weigh)
  return sum(weights) - Math.max(0, ...weights) >= SECOND_WEIGHT_MIN
}
