import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawFigure, renderShareSvg } from '../../src/charts/index.ts'
import { openRasteriser } from '../../src/views/rasterise.ts'
import { EXAMPLES } from '../charts/chart-examples.ts'

const IMPRINT = '本市数据，第8次发布（2026-11-20） https://city.example/f/reports-2026-10-cases-hours/'

test.each(Object.entries(EXAMPLES))(
  '%s: title, source, release and address are in the picture and within it',
  (_, spec) => {
    const svg = renderShareSvg(drawFigure(spec, 'zh'), IMPRINT)
    expect(svg).toMatch(/^<svg [^>]*width="1200" height="630"/)
    expect(svg).toContain('来源：')
    expect(svg).toContain('第8次发布')
    // What other programs than browsers cannot read.
    expect(svg).not.toMatch(/var\(|currentColor|paint-order|class=/)
    const [, x, y, scale] = /<g transform="translate\(([\d.]+),([\d.]+)\) scale\(([\d.]+)\)"/.exec(svg) ?? []
    const height = Number(/viewBox="0 0 640 ([\d.]+)"/.exec(drawFigure(spec, 'zh').wide)?.[1])
    expect(Number(x) + 640 * Number(scale)).toBeLessThanOrEqual(1200 - 40)
    expect(Number(y) + height * Number(scale)).toBeLessThanOrEqual(630 - 60)
  },
)

test('a PNG of 1200 by 630 pixels, the same each time', async () => {
  const draw = openRasteriser(createRequire(join(process.cwd(), 'package.json')).resolve('sharp'))
  const [spec] = Object.values(EXAMPLES)
  if (!spec) throw new Error('no example')
  const svg = renderShareSvg(drawFigure(spec, 'zh'), IMPRINT)
  const png = Buffer.from(await draw(svg))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(Buffer.from(await draw(svg)).equals(png)).toBe(true)
})

test('an apostrophe of English is not the wide one of a Chinese font', () => {
  const [spec] = Object.values(EXAMPLES)
  if (!spec) throw new Error('no example')
  const figure = drawFigure({ ...spec, title: { zh: '南京', en: 'Nanjing’s life' } }, 'en')
  expect(renderShareSvg(figure, IMPRINT)).toContain(">Nanjing's life<")
})
