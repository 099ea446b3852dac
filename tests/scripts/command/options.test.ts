import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BASE, FORMAT, PROJECT, readOptions } from '../../../scripts/command/options.ts'
import { HelpWanted, UsageError } from '../../../scripts/command/run-command.ts'

const COMMAND = {
  verb: 'try',
  does: { en: 'Tries.', zh: '试一试。' },
  options: {
    format: FORMAT,
    base: BASE,
    port: { kind: 'number', min: 1, max: 99, fallback: 4, help: { en: 'port', zh: '端口' } },
    note: { kind: 'text', placeholder: 'TEXT', help: { en: 'note', zh: '说明' } },
    loud: { kind: 'switch', help: { en: 'loud', zh: '大声' } },
  },
} as const

test('defaults: the folders of the project', () => {
  expect(readOptions(COMMAND, [])).toEqual({
    data: join(PROJECT, 'data'),
    content: join(PROJECT, 'content'),
    out: join(PROJECT, 'dist'),
    format: 'text',
    base: '/',
    port: 4,
    note: undefined,
    loud: false,
    rest: [],
  })
})

test('what is given is typed, and folders are relative to where the command was given', () => {
  const args = [
    '--data',
    'a/b',
    '--out=/tmp/site',
    '--format',
    'json',
    '--base',
    'foo',
    '--port',
    '7',
    '--note',
    '注',
    '--loud',
  ]
  const options = readOptions(COMMAND, args)
  expect(options).toMatchObject({
    data: resolve('a/b'),
    format: 'json',
    base: '/foo/',
    port: 7,
    note: '注',
    loud: true,
  })
})

describe('refused', () => {
  test.each([
    [['--nope']],
    [['--format', 'xml']],
    [['--format']],
    [['--data=']],
    [['--port', '100']],
    [['--port', '1.5']],
    [['--port', '-1']],
    [['--base', '../x']],
    [['--base', '/Foo/']],
    [['--loud=yes']],
    [['file.csv']],
  ])('%j', (args) => {
    expect(() => readOptions(COMMAND, args)).toThrow(UsageError)
  })

  test.each(['/', '.', 'data', '..'])('--out %s, which holds what must last', (out) => {
    expect(() => readOptions(COMMAND, ['--out', join(PROJECT, out)])).toThrow(UsageError)
    expect(() => readOptions(COMMAND, ['--out', '/'])).toThrow(UsageError)
  })
})

test('files may follow where the command takes them', () => {
  expect(readOptions({ ...COMMAND, rest: 'FILE…' }, ['a.csv', '--loud', 'b.csv']).rest).toEqual(['a.csv', 'b.csv'])
})

test('the help text', async () => {
  const help = textOf(() => readOptions(COMMAND, ['--help']))
  await expect(`${help}\n`).toMatchFileSnapshot('output/help.txt')
})

function textOf(act: () => void): string {
  try {
    act()
  } catch (error) {
    if (error instanceof HelpWanted) return error.message
    throw error
  }
  throw new Error('no help was shown')
}
