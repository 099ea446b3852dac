import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { UsageError } from '../../../scripts/command/run-command.ts'
import { requireConsent } from '../../../scripts/publish/consent.ts'

const QUESTION = { zh: '发布以上内容？', en: 'Publish this?' }

async function answer(text: string, isTerminal = true): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  input.end(text)
  try {
    await requireConsent(QUESTION, { input, output, isTerminal })
    return 'yes'
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return error.message
  }
}

test.each([
  ['y\n', 'yes'],
  ['YES\n', 'yes'],
  ['是\n', 'yes'],
  ['n\n', '没有写入任何内容。 Nothing was written.'],
  ['\n', '没有写入任何内容。 Nothing was written.'],
  ['yesterday\n', '没有写入任何内容。 Nothing was written.'],
])('a person who answers %j', async (text, expected) => {
  expect(await answer(text)).toBe(expected)
})

test('where there is nobody to ask, the way out is named', async () => {
  expect(await answer('y\n', false)).toContain('请加--yes再运行')
})
