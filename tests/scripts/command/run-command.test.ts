import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exitCodeOf, HelpWanted, InputFault, UsageFault } from '../../../scripts/command/run-command.ts'

let told = ''

beforeEach(() => {
  told = ''
  const hear = (text: string | Uint8Array) => {
    told += text
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
})

afterEach(() => {
  vi.restoreAllMocks()
})

const throws = (error: unknown) => async () => {
  throw error
}

test('done: 0, and nothing is said', async () => {
  expect(await exitCodeOf(async () => {}, [])).toBe(0)
  expect(told).toBe('')
})

test('help: 0', async () => {
  expect(await exitCodeOf(throws(new HelpWanted('the help')), [])).toBe(0)
  expect(told).toBe('the help\n')
})

test('the input is at fault: 1, no stack', async () => {
  expect(await exitCodeOf(throws(new InputFault({ zh: '有错误。', en: 'There are errors.' })), [])).toBe(1)
  expect(told).toBe('✗ 有错误。 There are errors.\n')
})

test('wrong usage: 2, with the way to the help', async () => {
  expect(await exitCodeOf(throws(new UsageFault('Unknown option')), [])).toBe(2)
  expect(told).toMatch(/^✗ Unknown option\n.*--help/)
})

test('our fault: 3, with a stack', async () => {
  expect(await exitCodeOf(throws(new RangeError('too far')), [])).toBe(3)
  expect(told).toMatch(/RangeError: too far\n\s+at /)
  expect(await exitCodeOf(throws('a string'), [])).toBe(3)
})

test('the arguments arrive', async () => {
  const main = vi.fn(async () => {})
  await exitCodeOf(main, ['--a', 'b'])
  expect(main).toHaveBeenCalledWith(['--a', 'b'])
})
