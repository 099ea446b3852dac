import { checkMdx } from '../../src/portal/check-mdx.ts'
import { checkProse } from '../../src/portal/check-prose.ts'
import { applyExceptions, isOfWords } from '../../src/portal/exceptions.ts'
import type { Portal } from '../../src/portal/portal.ts'
import type { Problem } from '../../src/problems/problem.ts'

/** What in the words of a portal cannot be parsed, and what personal data they hold that nobody has accepted. */
export async function checkWords(
  folder: string,
  { departments, exceptions }: Pick<Portal, 'departments' | 'exceptions'>,
  today: string,
): Promise<Problem[]> {
  const found = await checkProse(folder, departments.phones)
  return [
    ...(await checkMdx(folder)),
    ...applyExceptions(found, exceptions.exceptions.filter(isOfWords), today).filter(
      (problem) => problem.level === 'error',
    ),
  ]
}
