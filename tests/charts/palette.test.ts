import { describe, expect, test } from 'vitest'
import { PALETTE, TEXT_ON, type TokenName } from '../../src/charts/palette.ts'

type Rgb = [number, number, number]
const MODES = ['light', 'dark'] as const
const CATEGORIES = ['c1', 'c2', 'c3', 'c4', 'c5'] as const
const ANSWERS = ['d1', 'd2', 'd3', 'd4'] as const

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const SIGHT: Record<string, [Rgb, Rgb, Rgb]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

function toLinear(hex: string): Rgb {
  const parseChannel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [parseChannel(1), parseChannel(3), parseChannel(5)]
}

function computeLuminance([red, green, blue]: Rgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio. */
function computeContrast(a: string, b: string): number {
  const [high, low] = [computeLuminance(toLinear(a)), computeLuminance(toLinear(b))].toSorted((x, y) => y - x) as [
    number,
    number,
  ]
  return (high + 0.05) / (low + 0.05)
}

function toLab(hex: string, matrix: [Rgb, Rgb, Rgb]): Rgb {
  const rgb = toLinear(hex)
  const seen = matrix.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as Rgb
  const compress = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = compress((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047)
  const y = compress(computeLuminance(seen))
  const z = compress((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** CIE 1976 colour difference as a person of that sight sees it. */
function computeDifference(a: string, b: string, matrix: [Rgb, Rgb, Rgb]): number {
  const [p, q] = [toLab(a, matrix), toLab(b, matrix)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

describe.each(MODES)('%s', (mode) => {
  const getToken = (name: TokenName): string => PALETTE[name][mode]

  test.each(Object.entries(TEXT_ON) as [TokenName, TokenName][])('words on %s in %s reach 4.5:1', (fill, ink) => {
    expect(computeContrast(getToken(fill), getToken(ink))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['ink', 'soft', 'now', 'ref'] as const)('words in %s on paper and on tint reach 4.5:1', (name) => {
    expect(computeContrast(getToken(name), getToken('paper'))).toBeGreaterThanOrEqual(4.5)
    expect(computeContrast(getToken(name), getToken('tint'))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['now', 'ref', 'soft', ...CATEGORIES, ...ANSWERS] as const)('marks in %s on paper reach 3:1', (name) => {
    expect(computeContrast(getToken(name), getToken('paper'))).toBeGreaterThanOrEqual(3)
  })

  test('the sequence gets steadily further from the paper', () => {
    const steps = (['s1', 's2', 's3', 's4', 's5'] as const).map((name) =>
      computeContrast(getToken(name), getToken('paper')),
    )
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })

  describe.each(Object.entries(SIGHT))('seen with %s', (_, matrix) => {
    test.each([
      ['categories', CATEGORIES, 14],
      ['answers', ANSWERS, 20],
      ['roles', ['now', 'ref', 'soft'], 20],
      ['steps', ['s1', 's2', 's3', 's4', 's5'], 10],
    ] as [string, TokenName[], number][])('%s can be told apart', (_name, names, least) => {
      const pairs = names.flatMap((a, index) =>
        names.slice(index + 1).map((b) => computeDifference(getToken(a), getToken(b), matrix)),
      )
      expect(Math.min(...pairs)).toBeGreaterThanOrEqual(least)
    })
  })
})
