import { colorOf, type TokenName } from '../charts/palette.ts'
import { measureText, measureWidest } from '../charts/text-layout.ts'
import { escapeXml } from '../text/escape-xml.ts'

/*
 * Two kinds of small charts in the look of the site's figures, written as SVG by hand: the report is also made in the
 * reader's browser, to which Observable Plot is never sent.
 */

/** One bar or column: what it is of, how many rows, and whether the report is about it. */
export interface Item {
  label: string
  rows: number
  isNow?: boolean
  /** Several values together, which is no value among the others. */
  isRest?: boolean
}

/** How a chart is made into a picture: an id unique on the page, and its number words. */
export interface Drawer {
  /** `1,284` */
  count(rows: number): string
  createId(): string
}

const WIDTH = 320
const SIZE = 12.5
const SMALL = 11.5
const ROW = 21
const LABEL_WIDTH_MAX = 128
const COLUMNS_HEIGHT = 92
/** Room for the number above the highest column. */
const TOP = 18

/** Bars across, a row each: for values that have names. */
export function drawBars(items: readonly Item[], title: string, drawer: Drawer): string {
  const labels = items.map(({ label }) => shorten(label))
  const counts = items.map(({ rows }) => drawer.count(rows))
  const left = measureWidest(labels, SIZE) + 8
  const right = WIDTH - measureWidest(counts, SIZE) - 6
  const most = Math.max(1, ...items.map(({ rows }) => rows))
  const height = items.length * ROW
  const rows = items.map((item, index) => {
    const middle = index * ROW + ROW / 2
    const width = item.rows === 0 ? 0 : Math.max(1, ((right - left) * item.rows) / most)
    return [
      drawText({ x: 0, y: middle, text: labels[index] ?? '', size: SIZE }),
      drawBox({ x: left, y: middle - 6, width, height: 12 }, item.isRest ? 's2' : 's4'),
      drawText({ x: left + width + 5, y: middle, text: counts[index] ?? '', size: SIZE, isSoft: true }),
    ].join('')
  })
  return drawFrame([...rows, drawLine({ x1: left, x2: left, y1: 1, y2: height - 1 }, 'soft')], height, {
    title,
    items,
    drawer,
  })
}

/** Columns upright, one a step: for numbers, dates and periods. The first and the last step are named below. */
export function drawColumns(items: readonly Item[], title: string, drawer: Drawer): string {
  const most = Math.max(1, ...items.map(({ rows }) => rows))
  const slot = WIDTH / items.length
  const width = Math.min(28, slot * 0.8)
  const columns = items.map(({ rows, isNow = false }, index) => {
    const height = rows === 0 ? 0 : Math.max(1, ((COLUMNS_HEIGHT - TOP) * rows) / most)
    const x = slot * (index + 0.5) - width / 2
    return drawBox({ x, y: COLUMNS_HEIGHT - height, width, height }, isNow ? 'now' : 's4')
  })
  const peak = items.findIndex(({ rows }) => rows === most)
  const half = measureText(drawer.count(most), SMALL) / 2
  const x = Math.min(WIDTH - half, Math.max(half, slot * (peak + 0.5)))
  const parts = [
    drawLine({ x1: 0, x2: WIDTH, y1: TOP, y2: TOP }, 'hair'),
    ...columns,
    drawLine({ x1: 0, x2: WIDTH, y1: COLUMNS_HEIGHT, y2: COLUMNS_HEIGHT }, 'soft'),
    peak < 0 ? '' : drawText({ x, y: TOP - 9, text: drawer.count(most), size: SMALL, anchor: 'middle', isSoft: true }),
    ...nameEnds(items),
  ]
  return drawFrame(parts, COLUMNS_HEIGHT + 20, { title, items, drawer })
}

function nameEnds(items: readonly Item[]): string[] {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last) return []
  const common = { y: COLUMNS_HEIGHT + 11, size: SMALL, isSoft: true }
  if (items.length === 1) return [drawText({ ...common, x: WIDTH / 2, text: first.label, anchor: 'middle' })]
  return [
    drawText({ ...common, x: 0, text: first.label }),
    drawText({ ...common, x: WIDTH, text: last.label, anchor: 'end' }),
  ]
}

/** The picture with its name, and with all of its numbers in words for those who do not see it. */
function drawFrame(
  parts: readonly string[],
  height: number,
  { title, items, drawer }: { title: string; items: readonly Item[]; drawer: Drawer },
): string {
  const id = drawer.createId()
  const numbers = items.map(({ label, rows }) => `${label} ${drawer.count(rows)}`).join('; ')
  const names = `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml(numbers)}</desc>`
  const labels = `role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"`
  return `<svg viewBox="0 0 ${WIDTH} ${height}" ${labels}>${names}${parts.join('')}</svg>`
}

function drawBox(box: { x: number; y: number; width: number; height: number }, fill: TokenName): string {
  if (box.height === 0 || box.width === 0) return ''
  return `<rect${attributesOf({ ...box, fill: colorOf(fill) })}/>`
}

function drawLine(line: { x1: number; x2: number; y1: number; y2: number }, stroke: TokenName): string {
  return `<line${attributesOf({ ...line, stroke: colorOf(stroke) })}/>`
}

interface Words {
  x: number
  y: number
  text: string
  size: number
  anchor?: 'middle' | 'end'
  isSoft?: boolean
}

/** Words with their middle at y. */
function drawText({ x, y, text, size, anchor, isSoft = false }: Words): string {
  const look = {
    x,
    y: y + size * 0.36,
    'font-size': size,
    fill: isSoft ? colorOf('soft') : 'currentColor',
    ...(anchor === undefined ? {} : { 'text-anchor': anchor }),
  }
  return `<text${attributesOf(look)}>${escapeXml(text)}</text>`
}

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries(attributes)
  return entries
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? Number(value.toFixed(1)) : value}"`)
    .join('')
}

function shorten(label: string): string {
  if (measureText(label, SIZE) <= LABEL_WIDTH_MAX) return label
  let cut = [...label]
  while (cut.length > 1 && measureText(`${cut.join('')}…`, SIZE) > LABEL_WIDTH_MAX) cut = cut.slice(0, -1)
  return `${cut.join('').trimEnd()}…`
}
