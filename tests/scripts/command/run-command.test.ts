import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exitCodeOf, HelpWanted, InputError, UsageError } from '../../../scripts/command/run-command.ts'

let reported = ''

beforeEach(() => {
  reported = ''
  const hear = (text: string | Uint8Array) => {
    reported += text
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const rejectWith = (error: unknown) => async () => {
  throw error
}

test('done: 0, and nothing is said', async () => {
  expect(await exitCodeOf(async () => {}, [])).toBe(0)
  expect(reported).toBe('')
})

test('help: 0', async () => {
  expect(await exitCodeOf(rejectWith(new HelpWanted('the help')), [])).toBe(0)
  expect(reported).toBe('the help\n')
})

test('the input is at fault: 1, no stack', async () => {
  expect(await exitCodeOf(rejectWith(new InputError({ zh: '有错误。', en: 'There are errors.' })), [])).toBe(1)
  expect(reported).toBe('✗ 有错误。 There are errors.\n')
})

test('wrong usage: 2, with the way to the help', async () => {
  expect(await exitCodeOf(rejectWith(new UsageError('Unknown option')), [])).toBe(2)
  expect(reported).toMatch(/^✗ Unknown option\n.*--help/)
})

test('our fault: 3, with a stack', async () => {
  expect(await exitCodeOf(rejectWith(new RangeError('too far')), [])).toBe(3)
  expect(reported).toMatch(/RangeError: too far\n\s+at /)
  expect(await exitCodeOf(rejectWith('a string'), [])).toBe(3)
})

test('the arguments arrive', async () => {
  const main = vi.fn(async () => {})
  await exitCodeOf(main, ['--a', 'b'])
  expect(main).toHaveBeenCalledWith(['--a', 'b'])
})
