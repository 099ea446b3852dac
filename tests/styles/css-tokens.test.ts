import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PALETTE } from '../../src/charts/palette.ts'
import { renderTokenCss } from '../../src/styles/css-tokens.ts'
import { listFilesBelow, PROJECT } from '../house/files.ts'

const sheets = listFilesBelow('src', /\.css$/).map((file) => readFileSync(join(PROJECT, file), 'utf8'))

describe('colours', () => {
  test('are plain first, dark on dark screens only', () => {
    const [plain = '', dark = ''] = renderTokenCss().split('@media screen and (prefers-color-scheme:dark)')
    for (const [name, token] of Object.entries(PALETTE)) {
      expect(plain).toContain(`--${name}:${token.light}`)
      expect(dark).toContain(`--${name}:${token.dark}`)
    }
  })

  test('of charts are those that the markup of a page names; all others are there for its style sheets', () => {
    const css = renderTokenCss({ markup: '<rect fill="var(--s2)"/><text fill="var(--deep)">' })
    const given = new Set([...css.matchAll(/--([\w-]+):/g)].map((match) => match[1]))
    expect(['s2', 'deep', 'paper', 'tint', 'sheet'].filter((name) => !given.has(name))).toEqual([])
    expect(['s1', 'd2', 'c3'].filter((name) => given.has(name))).toEqual([])
    // No style sheet names a colour that may be left out.
    expect(sheets.flatMap((sheet) => sheet.match(/var\(--(?:[scd]\d|deep)\)/g) ?? [])).toEqual([])
  })

  test('a page knows its site on paper, where it has an address', () => {
    expect(renderTokenCss({ url: 'https://data.example.gov.cn' })).toContain(
      '@media print{:root{color-scheme:light;--paper:#fff;--site:"https://data.example.gov.cn"}}',
    )
    expect(renderTokenCss()).not.toContain('--site')
  })

  test('every variable of the style sheets is given', () => {
    const own = [...sheets.join('').matchAll(/--([\w-]+):/g)].map((match) => match[1])
    const used = new Set([...sheets.join('').matchAll(/var\(--([\w-]+)/g)].map((match) => match[1] ?? ''))
    const given = new Set([
      ...[...renderTokenCss().matchAll(/--([\w-]+):/g)].map((match) => match[1]),
      ...own,
      'columns',
      'site',
    ])
    expect([...used].filter((name) => !given.has(name))).toEqual([])
  })
})

test('no style needs a browser newer than the oldest that is promised', () => {
  const newer =
    /light-dark\(|color-mix\(|@container|container-type|:has\(|@scope|@starting-style|\(scripting|@layer|[\d.](dvh|svh|cqw|cqi)\b/g
  expect(sheets.flatMap((css) => css.match(newer) ?? [])).toEqual([])
  expect(renderTokenCss().match(newer)).toBeNull()
})
