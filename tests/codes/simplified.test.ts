import { expect, test } from 'vitest'
import { simplify } from '../../src/codes/simplified.ts'

test.each([
  ['錦北區', '锦北区'],
  ['萬人', '万人'],
  ['養老機構（張）', '养老机构（张）'],
  // Simplified text and text without Han characters are left as they are.
  ['锦北区', '锦北区'],
  ['2026-10', '2026-10'],
  ['', ''],
])('%s is %s in simplified characters', (text, expected) => {
  expect(simplify(text)).toBe(expected)
  expect(simplify(expected)).toBe(expected)
})
