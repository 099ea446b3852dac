import { z } from 'zod'

export interface Counts {
  passed: number
  failed: number
  /** Tests that were left out, since something that they need is not there. */
  skipped: number
}

/**
 * True totals of a vitest JSON report. A file that could not be loaded counts as one failure, and so does a run that
 * ended badly without a failed test (an error outside of any test, no report at all).
 */
export function countTests(report: string | null, exitCode: number): Counts {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 }
  const { testResults } = REPORT.parse(JSON.parse(report))
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length
    counts.passed += passed
    counts.skipped += file.assertionResults.length - passed - failed
    counts.failed += file.status === 'failed' && failed === 0 ? 1 : failed
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  return counts
}

const REPORT = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})
