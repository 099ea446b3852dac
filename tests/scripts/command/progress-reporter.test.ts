import { expect, test } from 'vitest'
import { cutToColumns, ProgressReporter, type Terminal } from '../../../scripts/command/progress-reporter.ts'

/** A terminal that gathers, with a clock that is set by hand. */
function makeTerminal(isTerminal: boolean): Terminal & { text: string; time: number } {
  return {
    text: '',
    time: 0,
    isTerminal,
    columns: 60,
    write(text) {
      this.text += text
    },
    getTime() {
      return this.time
    },
  }
}

test('plain lines: what, how many, how long; a long stage speaks every five seconds', () => {
  const to = makeTerminal(false)
  const reporter = new ProgressReporter('读取 Reading', to)
  reporter.setTotal(3)
  for (const time of [1000, 6000, 7000]) {
    to.time = time
    reporter.advance('a.csv')
  }
  reporter.finish()
  expect(to.text).toBe('· 读取 Reading\n  2/3 6.0 s\n✓ 读取 Reading · 3/3 · 7.0 s\n')
})

test('a terminal gets a bar that is drawn over', () => {
  const to = makeTerminal(true)
  const reporter = new ProgressReporter('读取', to)
  reporter.setTotal(2)
  to.time = 100
  reporter.advance('a.csv')
  reporter.finish()
  const erase = '\r\u001b[2K'
  expect(to.text).toBe(
    `${erase}· 读取 ${erase}· 读取 ${'█'.repeat(12)}${'░'.repeat(12)} 1/2 a.csv${erase}✓ 读取 · 1/2 · 0.1 s\n`,
  )
})

test('the result of a stage replaces the count', () => {
  const to = makeTerminal(false)
  const reporter = new ProgressReporter('Reading', to)
  reporter.advance()
  reporter.setResult({ zh: '36 个文件', en: '36 files' })
  reporter.fail()
  expect(to.text).toBe('· Reading\n✗ Reading · 36 个文件 36 files · 0.0 s\n')
})

test('a line is cut to the columns, a Chinese character taking two', () => {
  expect(cutToColumns('明格 Mingge', 6)).toBe('明格 M')
  expect(cutToColumns('明格', 3)).toBe('明')
  expect(cutToColumns('ab', 9)).toBe('ab')
})
