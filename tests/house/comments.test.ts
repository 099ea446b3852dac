import { expect, test } from 'vitest'
import { listFilesBelow, readProject } from './files.ts'

/** Words that a stranger has to learn first, and what to write instead. */
const DIALECT: readonly { pattern: RegExp; instead: string }[] = [
  {
    // A numeral is fine: `one row`, `one by one`, `one of them`.
    pattern:
      /\bones\b|\b(an?|the|this|that|another|other|each|every|no|old|new|next|last|first|usual|only|same) one(?=[.,;:)]|\s*(\*\/)?$| (which|who|whose|is|was|in|before|above|below|named|given)\b)/i,
    instead: 'the noun that “one” stands for',
  },
  { pattern: /\btold\b/i, instead: 'reported, recognised by, called with' },
  { pattern: /\bst(and|ands|ood|anding) (?!for\b)/i, instead: 'is, is written' },
  { pattern: /\bow(e|es|ed)\b/i, instead: 'must have, is required' },
  { pattern: /\bbears?\b|\bborne by\b/i, instead: 'has' },
  { pattern: /\banew\b/i, instead: 'again' },
  { pattern: /\baccept(s|ed)? (it |them )?by name\b/i, instead: 'listed as an exception' },
  { pattern: /\bheld (to|against)\b/i, instead: 'compared with' },
  { pattern: /\breckon/i, instead: 'count, compute' },
]

/** `test('…', () =>`, also where a table of cases is above it. */
const TITLE = /(?:^|\b(?:test|describe|it)(?:\.\w+)*)\(?(['"`])((?:(?!\1).)+)\1, (?:\{.*\}, )?(?:async )?\(/
const COMMENT = /^\s*(\/\*\*?|\*|\/\/)\s|\s\/\/\s/

test('comments are in the plain words of the field', () => {
  const files = [...listFilesBelow('src', /\.(ts|astro|css)$/), ...listFilesBelow('scripts', /\.(ts|mjs)$/)]
  const found = [...files, ...listFilesBelow('tests', /\.ts$/)].flatMap(listDialect)
  expect(found).toEqual([])
})

test('titles of tests are in the same words', () => {
  const found = listFilesBelow('tests', /\.test\.ts$/).flatMap((file) =>
    readProject(file)
      .split('\n')
      .flatMap((line, at) => {
        const title = TITLE.exec(line)?.[2]
        const { instead } = DIALECT.find(({ pattern }) => title !== undefined && pattern.test(title)) ?? {}
        return instead === undefined ? [] : [`${file}:${at + 1}: ${instead}: ${title}`]
      }),
  )
  expect(found).toEqual([])
})

test('a pronoun is found, a numeral is not', () => {
  const lines = [
    '/** The row above the last one. */',
    '// those before this one',
    '// One row, one by one, one of them',
  ]
  expect(lines.map((line) => DIALECT.some(({ pattern }) => pattern.test(line)))).toEqual([true, true, false])
})

/** `path:line: what to write: the comment` of each comment with such a word; this file names them all. */
function listDialect(file: string): string[] {
  if (file === 'tests/house/comments.test.ts') return []
  return readProject(file)
    .split('\n')
    .flatMap((line, at) => {
      const start = COMMENT.exec(line)?.index
      if (start === undefined) return []
      const { instead } = DIALECT.find(({ pattern }) => pattern.test(line.slice(start))) ?? {}
      return instead === undefined ? [] : [`${file}:${at + 1}: ${instead}: ${line.trim()}`]
    })
}
