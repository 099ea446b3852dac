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

/** A portal's contracts or places cannot be used; the problems say which file and what to write instead. */
export class PortalFault extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.rule}: ${one.file ?? ''}`).join('; '))
    this.name = 'PortalFault'
    this.problems = problems
  }
}
