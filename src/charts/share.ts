import { canvasOf } from './canvas.ts'
import type { Figure } from './figure.ts'
import { makeLiteral, resolveColor } from './literal.ts'
import { drawTextLine, print, SANS, SERIF, sourceOf, subtitleOf, type TextLook } from './standalone.ts'
import { wrap } from './text-layout.ts'

/** What services that show a link’s picture ask for. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

const MARGIN = 48
const ROOM = SHARE_SIZE.width - 2 * MARGIN
const TITLE: TextLook = { size: 40, fill: resolveColor('ink'), family: SERIF, weight: 600 }
const SUBTITLE: TextLook = { size: 22, fill: resolveColor('soft'), family: SANS }
const FOOT: TextLook = { size: 18, fill: resolveColor('soft'), family: SANS }
const GAP = 20

/**
 * A figure as the picture of a link to it, 1200 × 630: its title, the chart as large as it fits, and at its foot whose it is,
 * of which release, and where: `imprint`.
 */
export function renderShareSvg(figure: Figure, imprint: string): string {
  const { spec, lang } = figure
  const head = [
    { lines: cut(spec.title[lang], TITLE, 2), look: TITLE },
    { lines: cut(subtitleOf(spec, lang), SUBTITLE, 1), look: SUBTITLE },
  ]
  const parts: string[] = []
  let y = MARGIN - 8
  for (const { lines, look } of head) {
    for (const line of lines) {
      y += look.size * 1.35
      parts.push(drawTextLine(line, { x: MARGIN, y: y - look.size * 0.25 }, look))
    }
  }
  const foot = [...cut(sourceOf(spec, lang), FOOT, 1), ...cut(imprint, FOOT, 2)]
  const step = FOOT.size * 1.5
  const top = y + GAP
  const bottom = SHARE_SIZE.height - MARGIN + 12 - foot.length * step
  parts.push(placeChart(figure, top, bottom - GAP))
  for (const [index, line] of foot.entries()) {
    parts.push(drawTextLine(line, { x: MARGIN, y: bottom + (index + 0.75) * step }, FOOT))
  }
  const { width, height } = SHARE_SIZE
  const root = print({ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` })
  return `<svg${root}><rect${print({ width, height, fill: resolveColor('paper') })}/>${parts.join('')}</svg>\n`
}

/** The wide picture between two heights, as large as it fits. */
function placeChart(figure: Figure, top: number, bottom: number): string {
  const { marks, inherited, height } = makeLiteral(figure.wide)
  const { width } = canvasOf('wide', figure.lang)
  const scale = Math.min(ROOM / width, (bottom - top) / height)
  const x = MARGIN + (ROOM - width * scale) / 2
  const attributes = print({
    transform: `translate(${x.toFixed(1)},${top.toFixed(1)}) scale(${scale.toFixed(4)})`,
    'font-family': SANS,
    ...Object.fromEntries(inherited),
  })
  return `<g${attributes}>${marks}</g>`
}

/** At most so many lines; what does not fit ends in an ellipsis. */
function cut(text: string, { size }: TextLook, max: number): string[] {
  const lines = wrap(text, ROOM / size)
  if (lines.length <= max) return lines
  return lines.slice(0, max).map((line, index) => (index === max - 1 ? `${line.slice(0, -1)}…` : line))
}
