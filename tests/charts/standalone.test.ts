import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Variant } from '../../src/charts/canvas.ts'
import { drawFigure, renderStandaloneSvg } from '../../src/charts/index.ts'
import { makeLiteral } from '../../src/charts/literal.ts'
import { PALETTE } from '../../src/charts/palette.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { EXAMPLES } from './chart-examples.ts'

const VARIANTS: Variant[] = ['wide', 'narrow']
const CASES = Object.entries(EXAMPLES).flatMap(([name, spec]) =>
  LANGS.flatMap((lang) => VARIANTS.map((variant) => ({ name, spec, lang, variant }))),
)
const LITERALS = ['#fff', ...Object.entries(PALETTE).flatMap(([name, { light }]) => (name === 'paper' ? [] : [light]))]
/** Presentation attributes of SVG 1.1, geometry, and what names the file. */
const ALLOWED =
  /^(xmlns|xml:lang|viewBox|width|height|role|id|aria-(labelledby|describedby)|[dxyr]|c[xy]|rx|transform|fill|fill-opacity|stroke|stroke-(width|dasharray|linecap|linejoin|miterlimit)|font-(family|size|weight)|text-anchor)$/

interface Tag {
  name: string
  attributes: Map<string, string>
  /** The words inside, before the next tag. */
  text: string
}

/** Every start tag in order, after a strict reading: what is no tag, text or entity of XML fails. */
function readXml(xml: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const reader =
    /<(\/?)([a-zA-Z]+)((?: [\w:-]+="(?:[^<>"&]|&(?:amp|lt|gt|quot);)*")*)(\/?)>((?:[^<>&]|&(?:amp|lt|gt|quot);)*)/y
  while (reader.lastIndex < xml.length) {
    const at = reader.lastIndex
    const match = reader.exec(xml)
    if (!match) throw new Error(`not XML: ${xml.slice(at, at + 60)}`)
    const [, closes, name = '', list = '', empty, text = ''] = match
    if (closes) expect(open.pop()).toBe(name)
    else {
      const pairs = [...list.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map((pair) => [pair[1] ?? '', pair[2] ?? ''] as const)
      const attributes = new Map(pairs)
      expect(attributes.size).toBe(pairs.length)
      tags.push({ name, attributes, text })
      if (!empty) open.push(name)
    }
  }
  expect(open).toEqual([])
  return tags
}

/** The texts of an SVG in order, each with the attributes that it has or inherits. */
function textsOf(svg: string) {
  const { document } = parseHTML(svg)
  return [...document.querySelectorAll('text')].map((text) => {
    const getOwn = (name: string) => text.closest(`[${name}]`)?.getAttribute(name) ?? null
    return {
      words: `${getOwn('x')} ${getOwn('y')} ${text.textContent}`,
      fill: getOwn('fill'),
      stroke: getOwn('stroke'),
      hasHalo: getOwn('paint-order') !== null,
    }
  })
}

const count = (svg: string, mark: string) => svg.match(new RegExp(`<${mark}[ >]`, 'g'))?.length ?? 0

describe.each(CASES)('$name in $lang, $variant, as a file', ({ spec, lang, variant }) => {
  const figure = drawFigure(spec, lang)
  const page = figure[variant]
  const file = renderStandaloneSvg(figure, variant)
  const tags = readXml(file.trimEnd())

  test('is well-formed, and uses only attributes that every program knows', () => {
    const elements = new Set(tags.map((tag) => tag.name))
    for (const name of elements) expect(['svg', 'title', 'desc', 'g', 'rect', 'path', 'circle', 'text']).toContain(name)
    const attributes = new Set(tags.flatMap((tag) => [...tag.attributes.keys()]))
    expect([...attributes].filter((name) => !ALLOWED.test(name))).toEqual([])
    expect(file).not.toMatch(/var\(|currentColor|system-ui|rgba?\(|%"/)
  })

  test('has the light colours of the palette as literals, on white', () => {
    const colors = tags.flatMap((tag) => ['fill', 'stroke'].flatMap((name) => tag.attributes.get(name) ?? []))
    expect(colors.filter((color) => color !== 'none' && !LITERALS.includes(color))).toEqual([])
    expect(tags.find((tag) => tag.name === 'rect')?.attributes.get('fill')).toBe('#fff')
  })

  test('names a Chinese font first and a generic one last', () => {
    const families = tags.flatMap((tag) => tag.attributes.get('font-family') ?? [])
    expect(families.length).toBeGreaterThan(0)
    for (const family of families) expect(family).toMatch(/^Noto (Sans|Serif) CJK SC,.*,(sans-)?serif$/)
  })

  test('has every mark of the page, in its order', () => {
    const listShapes = (svg: string) => [...svg.matchAll(/ (?:d|cx)="[^"]*"/g)].map((match) => match[0])
    expect(listShapes(file)).toEqual(listShapes(page))
    for (const mark of ['path', 'circle']) expect(count(file, mark)).toBe(count(page, mark))
    const halos = textsOf(page).filter((text) => text.hasHalo).length
    expect(count(`${makeLiteral(page).marks}`, 'text')).toBe(count(page, 'text') + halos)
  })

  test('paints the rim of words, then the same words above it', () => {
    const painted = textsOf(`<svg>${makeLiteral(page).marks}</svg>`)
    const rims = painted.filter((text) => text.stroke !== null)
    const words = painted.filter((text) => text.stroke === null)
    expect(words.map((text) => text.words)).toEqual(textsOf(page).map((text) => text.words))
    expect(rims.map((text) => text.words)).toEqual(
      textsOf(page)
        .filter((text) => text.hasHalo)
        .map((text) => text.words),
    )
    for (const rim of rims) {
      expect([rim.fill, rim.stroke]).toEqual(['#fff', '#fff'])
      const above = painted.slice(painted.indexOf(rim)).find((text) => text.stroke === null && text.words === rim.words)
      expect(above?.fill).not.toBe('#fff')
    }
  })

  test('declares its language, is named once by its title and described once by its sentence', () => {
    const [root, title, desc] = tags
    expect(root?.attributes.get('xml:lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en')
    expect(root?.attributes.get('aria-labelledby')).toBe(title?.attributes.get('id'))
    expect(root?.attributes.get('aria-describedby')).toBe(desc?.attributes.get('id'))
    expect([title?.name, desc?.name]).toEqual(['title', 'desc'])
    expect([count(file, 'title'), count(file, 'desc')]).toEqual([1, 1])
  })
})

describe('a picture in literal colours', () => {
  const drawPicture = (marks: string) =>
    `<svg viewBox="0 0 640 120.5" role="img" fill="currentColor"><title>t</title>${marks}</svg>`

  test('splits a halo within a group, a word of its own, and leaves others alone', () => {
    const halo = 'paint-order="stroke" stroke="var(--paper)" stroke-width="4"'
    const { marks, inherited, height } = makeLiteral(
      drawPicture(
        `<g fill="var(--soft)" ${halo}><text x="1" y="2">甲</text><text x="3" y="4">乙 &lt; 丙</text></g>` +
          `<text x="5" y="6" ${halo}>丁</text><path d="M0 0h1" fill="none" stroke="var(--now)"/>`,
      ),
    )
    expect(marks).toBe(
      '<g fill="#fff" stroke="#fff" stroke-width="4"><text x="1" y="2">甲</text><text x="3" y="4">乙 &lt; 丙</text></g>' +
        '<g fill="#5d6166"><text x="1" y="2">甲</text><text x="3" y="4">乙 &lt; 丙</text></g>' +
        '<text fill="#fff" x="5" y="6" stroke="#fff" stroke-width="4">丁</text><text x="5" y="6">丁</text>' +
        '<path d="M0 0h1" fill="none" stroke="#b3341f"/>',
    )
    expect([...inherited]).toEqual([['fill', '#1b1d1f']])
    expect(height).toBe(120.5)
  })

  test.each([
    ['<path d="M0 0h1" style="fill:red"/>', 'unexpected attribute of <path>: style'],
    ['<g class="a"><text>a</text></g>', 'unexpected attribute of <g>: class'],
    ['<style>text{fill:red}</style>', 'unexpected element in a picture: <style>'],
    ['<path d="M0 0h1" fill="rgb(0 0 0 / 50%)"/>', 'invalid colour: rgb(0 0 0 / 50%)'],
    ['<path d="M0 0h1" fill="#00000080"/>', 'invalid colour: #00000080'],
    ['<path d="M0 0h1" fill="var(--none)"/>', 'unknown colour: none'],
    ['<text paint-order="fill">a</text>', 'invalid paint-order: fill'],
  ])('refuses %s', (marks, message) => {
    expect(() => makeLiteral(drawPicture(marks))).toThrow(message)
  })

  test('refuses what is no picture', () => {
    expect(() => makeLiteral('<svg><path/></svg>')).toThrow('invalid picture: it must come from drawFigure')
  })
})

test('a picture that has left its page says which release it is of and where it is, within its width', () => {
  const spec = EXAMPLES['tiles']
  if (!spec) throw new Error('unknown example')
  const figure = drawFigure(spec, 'zh')
  const imprint = '明格 · 云锦市，第8次发布（2026-11-20） https://mingge.example/city/reports/2026-10/#hours'
  const [plain, signed] = [renderStandaloneSvg(figure, 'wide'), renderStandaloneSvg(figure, 'wide', imprint)]
  const listWords = (svg: string) => readXml(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []))
  expect(listWords(signed).slice(0, listWords(plain).length)).toEqual(listWords(plain))
  expect(listWords(signed).slice(listWords(plain).length).join(' ')).toBe(imprint)
  const heightOf = (svg: string) => Number(/ height="(\d+)"/.exec(svg)?.[1])
  expect(heightOf(signed)).toBeGreaterThan(heightOf(plain))
})
