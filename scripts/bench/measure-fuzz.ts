import { type FuzzFigures, fuzzLines } from '../../tests/accept/mutated-files.ts'
import type { Progress } from '../command/progress-reporter.ts'

/** Mutated rows of a whole run, and of a quick run. */
const ROWS = 1_000_000
const ROWS_QUICK = 20_000

/** Both lines over mutated files until so many rows were changed. */
export async function measureFuzz(progress: Progress, quick: boolean): Promise<FuzzFigures> {
  const rows = quick ? ROWS_QUICK : ROWS
  const figures = await fuzzLines(rows, 1, (changed) => progress.advance(`${changed} / ${rows}`))
  if (figures.differences.length > 0) progress.markFailed()
  return figures
}
