import type { LocalText } from '../../text/local-text.ts'
import type { Level } from '../problem.ts'

/**
 * The words of one rule. `{name}` stands for a param of the problem, or for its `file`, `sheet`, `row`, `column`,
 * `columnName`, `found` or `expected`. A message says what is wrong and is the same for all problems of one column, so
 * that they can be grouped; the remedy says what to do.
 */
export interface Entry {
  level: Level
  /**
   * A person may decide otherwise: it can be listed as an exception in `exceptions.csv`, with a reason and an end date.
   * `before-publishing`: a warning that `publish` refuses until it is listed there.
   */
  acceptable?: true | 'before-publishing'
  message: LocalText
  remedy: LocalText
}
