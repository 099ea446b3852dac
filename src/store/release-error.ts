import { createProblemAtLevel, NOWHERE, type Problem } from '../problems/problem.ts'

/** The published store is not what its log says. Nobody's program is at fault: the message says what to restore. */
export class ReleaseError extends Error {
  readonly problem: Problem

  constructor(rule: string, file: string, more: Partial<Pick<Problem, 'found' | 'expected' | 'params'>> = {}) {
    super(`${rule}: published/${file}${more.found ? `, found ${more.found}` : ''}`)
    this.name = 'ReleaseFault'
    this.problem = createProblemAtLevel(rule, 'error', { ...NOWHERE, file: `published/${file}` }, more)
  }
}
