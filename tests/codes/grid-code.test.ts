import { describe, expect, test } from 'vitest'
import { checkComponentCode, checkMatterCode } from '../../src/codes/component-code.ts'
import { isCounty } from '../../src/codes/divisions.ts'
import { checkGridCode } from '../../src/codes/grid-code.ts'
import { Places } from '../../src/codes/places.ts'

const demonstration = new Places([
  {
    code: '990101',
    names: { zh: '锦北区', en: 'Jinbei' },
    level: 'district',
    parent: null,
    from: null,
    to: null,
    successor: null,
    aliases: [],
    tile: null,
  },
])

describe('grid codes', () => {
  test.each([
    ['320113007001001', 'ok'],
    ['32011300700101', 'ok'],
    ['110101008005012', 'ok'],
    ['320113007999001', 'ok'],
    ['320199007001001', 'code-county'],
    ['320113007001000', 'code-sequence'],
    ['3201130070010A1', 'code-format'],
    ['3.20113007001e14', 'code-format'],
    ['990101001001001', 'code-county'],
  ])('%s → %s', (code, expected) => {
    const result = checkGridCode(code)
    expect(result.ok ? 'ok' : result.rule).toBe(expected)
  })

  test('a portal brings its own counties', () => {
    expect(checkGridCode('990101001001001', demonstration)).toEqual({ ok: true })
    expect(checkGridCode('990102001001001', demonstration).ok).toBe(false)
  })
})

describe('component and matter codes', () => {
  test.each([
    ['3201130103000012', 'ok'],
    ['32011301037000012', 'ok'],
    ['320113010370000', 'code-format'],
    ['99011301037000012', 'code-county'],
  ])('component %s → %s', (code, expected) => {
    const result = checkComponentCode(code)
    expect(result.ok ? 'ok' : result.rule).toBe(expected)
  })

  test.each([
    ['32011306010', 'ok'],
    ['3201130102', 'ok'],
    ['32011306', 'code-format'],
    ['32011399010', 'ok'],
  ])('matter %s → %s', (code, expected) => {
    const result = checkMatterCode(code)
    expect(result.ok ? 'ok' : result.rule).toBe(expected)
  })
})

describe('divisions', () => {
  test('outside the whole cities of the table a county is refused only where no province has the code', () => {
    expect(isCounty('620102')).toBe(true)
    // Abolished in 2013; old files go on using it.
    expect(isCounty('320103')).toBe(true)
    expect(isCounty('320199')).toBe(false)
    expect(isCounty('990101')).toBe(false)
    expect(isCounty('990101', demonstration)).toBe(true)
    expect(isCounty('320100')).toBe(false)
  })
})
