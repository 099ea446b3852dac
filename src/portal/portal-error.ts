import type { Problem } from '../problems/problem.ts'

/** A portal's places, contracts, profiles, exceptions or words cannot be used; the problems say where and what to write instead. */
export class PortalError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.rule}: ${problem.file ?? ''}`).join('; '))
    this.name = 'PortalFault'
    this.problems = problems
  }
}
