import type { Problem } from '../problems/problem.ts'
import type { Words } from '../text/words.ts'

/** A portal's contracts or places cannot be used; the problems say which file and what to write instead. */
export class PortalFault extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => `${one.rule}: ${one.file ?? ''}`).join('; '))
    this.name = 'PortalFault'
    this.problems = problems
  }
}

/** The words of a portal cannot be used: which file, what is wrong in it, what to write instead. */
export class ContentFault extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'ContentFault'
    this.words = words
  }
}
