import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Variant } from '../../src/charts/canvas.ts'
import { drawFigure, GZIP_BYTES_MAX, renderStandaloneSvg } from '../../src/charts/index.ts'
import type { Annotation } from '../../src/measure/series.ts'
import { LANGS, type Lang } from '../../src/text/local-text.ts'
import { EXAMPLES } from './chart-examples.ts'

const VARIANTS: Variant[] = ['wide', 'narrow']
const NAMES = Object.keys(EXAMPLES)
const CASES = NAMES.flatMap((name) =>
  LANGS.flatMap((lang) => VARIANTS.map((variant) => [name, lang, variant] as const)),
)

function drawAnew(name: string, lang: Lang) {
  const spec = EXAMPLES[name]
  if (!spec) throw new Error(`unknown example: ${name}`)
  return drawFigure(spec, lang)
}

/** Both variants are drawn at once, and much is asked of each. */
const drawn = new Map<string, ReturnType<typeof drawFigure>>()

function draw(name: string, lang: Lang) {
  const figure = drawn.get(`${name} ${lang}`) ?? drawAnew(name, lang)
  drawn.set(`${name} ${lang}`, figure)
  return figure
}

test.each(CASES)('%s in %s, %s, looks as before', async (name, lang, variant) => {
  await expect(renderStandaloneSvg(draw(name, lang), variant)).toMatchFileSnapshot(
    `output/${name}.${lang}.${variant}.svg`,
  )
})

describe.each(CASES)('%s in %s, %s', (name, lang, variant) => {
  const svg = draw(name, lang)[variant]
  const width = variant === 'wide' ? 640 : 340

  test('has a name and a description of its own, and no other aria', () => {
    const id = `${EXAMPLES[name]?.id}-${variant === 'wide' ? 'w' : 'n'}`
    expect(svg).toMatch(
      new RegExp(`^<svg viewBox="0 0 ${width} [\\d.]+" role="img" aria-labelledby="${id}-t" aria-desc`),
    )
    expect(svg).toContain(`<title id="${id}-t">`)
    const [, attribute, element] = /aria-description="([^"]+)".*<desc>([^<]+)<\/desc>/s.exec(svg) ?? []
    expect(attribute).toBe(element)
    expect(parseHTML(svg).document.querySelector('desc')?.textContent).toBe(draw(name, lang).summary)
    expect(svg.match(/aria-/g)).toHaveLength(2)
    expect(svg.match(/ id="/g)).toHaveLength(1)
  })

  test('parts the words of two marks for readers of plain text', () => {
    expect(svg).not.toContain('</text><')
  })

  test('takes its colours from tokens only, and brings no style', () => {
    const colors = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(colors.filter((color) => !/^(var\(--[a-z]+\d?\)|none|currentColor)$/.test(color))).toEqual([])
    expect(svg).not.toMatch(/<style|class=|style=|NaN|undefined|Infinity/)
  })

  test('has no word below 11 px, or 12 on the wide sheet', () => {
    const { document } = parseHTML(svg)
    const sizes = [...document.querySelectorAll('text')].map((text) =>
      Number(text.closest('[font-size]')?.getAttribute('font-size')),
    )
    expect(sizes.length).toBeGreaterThan(0)
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(variant === 'wide' ? 12 : 11)
  })

  test('keeps its words inside the sheet', () => {
    const positions = [...svg.matchAll(/<text x="(-?[\d.]+)" y="(-?[\d.]+)"/g)].map((match) => [
      Number(match[1]),
      Number(match[2]),
    ])
    const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(svg)?.[1])
    for (const [x, y] of positions) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(width)
      expect(y).toBeGreaterThanOrEqual(8)
      expect(y).toBeLessThanOrEqual(height)
    }
  })

  test('fits its budget', () => {
    expect(gzipSync(svg).length).toBeLessThanOrEqual(GZIP_BYTES_MAX)
  })
})

test('a figure is the same whatever was drawn before it', () => {
  const forward = NAMES.map((name) => drawAnew(name, 'zh').wide)
  const backward = NAMES.toReversed().map((name) => drawAnew(name, 'zh').wide)
  expect(backward.toReversed()).toEqual(forward)
})

test('the line of all statuses shows each as what it is', () => {
  const { wide, summary } = draw('line-statuses', 'zh')
  expect(wide).toMatch(/<path[^>]*stroke="var\(--now\)"[^>]*stroke-dasharray="2 5"/)
  expect(wide).toContain('不公开')
  expect(wide).toContain('未报')
  expect(wide).toContain('预测')
  expect(summary).toContain('60.10万人以上（报道值）')
})

describe('words of one mark are kept together', () => {
  const wordsOf = (name: string, variant: 'wide' | 'narrow') =>
    [...parseHTML(draw(name, 'zh')[variant]).document.querySelectorAll('text')].map((text) => text.textContent ?? '')

  test.each(['wide', 'narrow'] as const)('a place of the map and its value, %s', (variant) => {
    const spec = EXAMPLES['tiles']
    if (spec?.kind !== 'tiles') throw new Error('unknown example')
    const words = wordsOf('tiles', variant)
    for (const { label, cell } of spec.tiles.filter((tile) => tile.cell.value !== null)) {
      expect(words[words.lastIndexOf(label.zh) + 1]).toBe(
        `${cell.value?.toFixed(spec.decimals)}${spec.unit === '%' ? '%' : ''}`,
      )
    }
  })

  test.each(['wide', 'narrow'] as const)('an item, its shares and its number of answers, %s', (variant) => {
    const spec = EXAMPLES['likert']
    if (spec?.kind !== 'likert') throw new Error('unknown example')
    const words = wordsOf('likert', variant)
    for (const [index, item] of spec.items.entries()) {
      const next = words.indexOf(spec.items[index + 1]?.label.zh ?? '')
      const own = words.slice(words.indexOf(item.label.zh) + 1, next < 0 ? undefined : next)
      expect(own.every((word) => /^(n = [\d,]+|[\d.]+%|[\p{Script=Han}]+)$/u.test(word))).toBe(true)
      if (item.n.value !== null) expect(own).toContain(`n = ${item.n.value.toLocaleString('en')}`)
    }
  })

  test('a year and its months in their order', () => {
    const spec = EXAMPLES['heat']
    if (spec?.kind !== 'heat') throw new Error('unknown example')
    const words = wordsOf('heat', 'wide')
    const year = spec.points[0]?.x.slice(0, 4) ?? ''
    const values = spec.points.filter((point) => point.x.startsWith(year)).map((point) => point.cell.value)
    const at = words.indexOf(year) + 1
    const shown = words.slice(at, at + values.length).map((word) => Number(word.replace(',', '')))
    expect(shown).toEqual(values)
  })
})

test('a gap that an annotation explains has no second word, and months before the records none at all', () => {
  const spec = EXAMPLES.line
  if (spec?.kind !== 'line') throw new Error('unknown example')
  const withGaps = (gaps: readonly number[], annotations: Annotation[]) => {
    const series = spec.series.map((series) => ({
      ...series,
      points: series.points.map((point, index) =>
        gaps.includes(index) ? { ...point, cell: { value: null, status: 'not-reported' as const } } : point,
      ),
    }))
    return drawFigure({ ...spec, series, annotations }, 'zh')
      .wide.replace(/<desc.*<\/desc>/s, '')
      .replace(/ aria-description="[^"]*"/, '')
  }
  const note = { x: '2026-03', label: { zh: '当月漏报', en: 'Not sent' }, kind: 'event' as const }
  expect(withGaps([4], []).match(/未报/g)).toHaveLength(1)
  expect(withGaps([4], [note])).not.toContain('未报')
  expect(withGaps([0, 1, 2], [])).not.toContain('未报')
  expect(withGaps([0, 1, 2], [])).toContain('2026年2月')
})

test('a derived point is hollow, named, and joined to nothing', () => {
  const spec = EXAMPLES.line
  if (spec?.kind !== 'line') throw new Error('unknown example')
  const [now] = spec.series
  if (!now) throw new Error('unknown example')
  const derived = { zh: '推算上限', en: 'computed upper bound' }
  const draw = (points: typeof now.points) => drawFigure({ ...spec, series: [{ ...now, points }] }, 'zh').wide
  const wide = draw(now.points.map((point, index) => (index === 0 ? { ...point, derived } : point)))
  expect(wide).toContain('推算上限</text>')
  const countLinks = (svg: string) =>
    /<path d="M[^h]*?"[^>]*stroke="var\(--now\)"/.exec(svg)?.[0].match(/[ l-]?-?[\d.]+ ?-?[\d.]+/g)?.length ?? 0
  expect(countLinks(wide)).toBe(countLinks(draw(now.points)) - 1)
})

test('a heat map has classes of equal size and explains cinnabar', () => {
  const spec = EXAMPLES.heat
  if (spec?.kind !== 'heat') throw new Error('unknown example')
  const { wide } = draw('heat', 'zh')
  expect(wide).toMatch(/最高 [\d,]+</)
  const points = spec.points.map((point, index) => ({ ...point, cell: { value: index % 3, status: 'final' as const } }))
  const shared = drawFigure({ ...spec, points }, 'zh').wide
  expect(shared).not.toContain('var(--now)')
})

test('words with signs of markup are escaped', () => {
  const spec = EXAMPLES.line
  if (spec?.kind !== 'line') throw new Error('unknown example')
  const title = { zh: '甲 < 乙 & "丙"', en: 'A < B & "C"' }
  const { wide } = drawFigure({ ...spec, title }, 'zh')
  expect(wide).toContain('甲 &lt; 乙 &amp; &quot;丙&quot;</title>')
})

test('an id that cannot be an anchor is refused', () => {
  const spec = EXAMPLES.line
  if (!spec) throw new Error('unknown example')
  expect(() => drawFigure({ ...spec, id: 'on time' }, 'zh')).toThrow('invalid figure id: on time')
})

test('more parts than can be distinguished are refused', () => {
  const spec = EXAMPLES.stacked
  if (spec?.kind !== 'stacked') throw new Error('unknown example')
  const parts = Array.from({ length: 6 }, (_, index) => ({
    id: `p${index}`,
    label: { zh: `${index}`, en: `${index}` },
  }))
  expect(() => drawFigure({ ...spec, parts }, 'en')).toThrow(
    'invalid stacked figure levels: 6 parts, at most 5 can be distinguished',
  )
})
