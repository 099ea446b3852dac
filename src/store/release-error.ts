import { NOWHERE, type Problem, problem } from '../problems/problem.ts'

/** The published store is not what its log says. Nobody's program is at fault: the message says what to restore. */
export class ReleaseFault extends Error {
  readonly problem: Problem

  constructor(rule: string, file: string, more: Partial<Pick<Problem, 'found' | 'expected' | 'params'>> = {}) {
    super(`${rule}: published/${file}${more.found ? `, found ${more.found}` : ''}`)
    this.name = 'ReleaseFault'
    this.problem = problem(rule, 'error', { ...NOWHERE, file: `published/${file}` }, more)
  }
}
