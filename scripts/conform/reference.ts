import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright'
import type { Letter, Mark, Reference } from './likeness.ts'
import type { Raster } from './raster.ts'

/** Pixels for one unit of a picture; a hairline is then two pixels wide. */
export const SCALE = 2

/** Two pages of a browser: one shows SVG files, the other reads the pixels of PNGs. */
export interface Easel {
  showing: Page
  reading: Page
}

export async function setUpEasel(browser: Browser): Promise<Easel> {
  return { showing: await browser.newPage({ deviceScaleFactor: SCALE }), reading: await browser.newPage() }
}

/** How the browser draws an SVG file, and the positions of its marks and letters. */
export async function referenceOf({ showing, reading }: Easel, file: string): Promise<Reference> {
  await showing.setViewportSize(sizeOf(await readFile(file, 'utf8')))
  await showing.goto(pathToFileURL(file).href)
  const { marks, letters } = await showing.evaluate(findParts, SCALE)
  return { raster: await rasterOf({ showing, reading }, await showing.screenshot()), marks, letters }
}

/** The pixels of a PNG, on white. */
export async function rasterOf({ reading }: Easel, png: Buffer): Promise<Raster> {
  const { width, height, base64 } = await reading.evaluate(readPixels, png.toString('base64'))
  const rgba = Buffer.from(base64, 'base64')
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0
    rgb[to + 1] = rgba[from + 1] ?? 0
    rgb[to + 2] = rgba[from + 2] ?? 0
  }
  return { width, height, rgb }
}

/** Width and height of a picture in its own units. */
export function sizeOf(svg: string): { width: number; height: number } {
  const match = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg)
  if (!match) throw new Error('invalid picture: no width and height in whole units')
  return { width: Number(match[1]), height: Number(match[2]) }
}

/** Runs in the browser. */
async function readPixels(png: string): Promise<{ width: number; height: number; base64: string }> {
  const bytes = Uint8Array.from(atob(png), (char) => char.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(new Blob([data]))
  })
  return { width, height, base64: url.slice(url.indexOf(',') + 1) }
}

/** Runs in the browser, on an SVG file. Boxes are in pixels. */
function findParts(scale: number): { marks: Mark[]; letters: Letter[] } {
  // No other program sets 」「 closer together, so neither may the reference.
  document.documentElement.setAttribute('style', 'text-spacing-trim:space-all')
  const toPixels = ({ x, y, width, height }: DOMRectReadOnly, margin: number) => ({
    x: (x - margin) * scale,
    y: (y - margin) * scale,
    width: (width + 2 * margin) * scale,
    height: (height + 2 * margin) * scale,
  })
  const marks: Mark[] = []
  for (const shape of document.querySelectorAll<SVGGraphicsElement>('path, circle, rect')) {
    const look = getComputedStyle(shape)
    for (const name of ['fill', 'stroke'] as const) {
      const [red, green, blue] = (look[name].match(/\d+/g) ?? []).map(Number)
      if (red === undefined || green === undefined || blue === undefined || look[`${name}Opacity`] !== '1') continue
      const hex = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
      // White on white proves nothing.
      if (hex === '#ffffff') continue
      const margin = name === 'stroke' ? Number.parseFloat(look.strokeWidth) : 0
      const box = toPixels(shape.getBoundingClientRect(), margin)
      marks.push({ name: `${shape.localName} ${name} ${hex}`, box, color: [red, green, blue] })
    }
  }
  const letters: Letter[] = []
  for (const words of document.querySelectorAll('text')) {
    const look = getComputedStyle(words)
    const matrix = words.getScreenCTM()
    // A text with a stroke is the rim below another.
    if (!matrix || look.stroke !== 'none') continue
    const em = Number.parseFloat(look.fontSize)
    for (let index = 0; index < words.getNumberOfChars(); index += 1) {
      const start = words.getStartPositionOfChar(index).matrixTransform(matrix)
      const width = words.getEndPositionOfChar(index).matrixTransform(matrix).x - start.x
      // Where the em square of a Chinese character lies on the line of writing.
      const box = toPixels(new DOMRect(start.x, start.y - em * 0.88, width, em), 0)
      letters.push({ char: words.textContent.charAt(index), box })
    }
  }
  return { marks, letters }
}
