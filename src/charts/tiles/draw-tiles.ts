import { findEnd } from '../../measure/compare.ts'
import { type Canvas, type Drawing, labelOf } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import {
  type Box,
  computeLineHeight,
  drawBoxes,
  drawLines,
  drawOutlines,
  drawSegments,
  drawText,
  type Mark,
} from '../marks.ts'
import { colorOf, TEXT_ON } from '../palette.ts'
import { quantise } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { measureWidest, wrap } from '../text-layout.ts'
import type { TileSpec } from './tiles-spec.ts'

const STEPS = ['s1', 's2', 's3', 's4'] as const
type Fill = (typeof STEPS)[number] | 'now'
type Tile = TileSpec['tiles'][number]

/** A cell a district where it lies in the city: the deeper the worse, the worst in cinnabar. Beside it, the ranking. */
export function drawTiles(spec: TileSpec, canvas: Canvas): Drawing {
  const { lang, size } = canvas
  const isWide = canvas.variant === 'wide'
  const columns = Math.max(...spec.tiles.map((tile) => tile.column)) + 1
  const rows = Math.max(...spec.tiles.map((tile) => tile.row)) + 1
  const gap = 4
  const pitch = Math.min(isWide ? 96 : 112, ((isWide ? 400 : canvas.width - 2) + gap) / columns)
  const side = pitch - gap
  const start = isWide ? 1 : (canvas.width - columns * pitch + gap) / 2
  const fillOf = fillsOf(spec)
  const boxOf = (tile: Tile): Box => ({
    x: start + tile.column * pitch,
    y: 1 + tile.row * pitch,
    width: side,
    height: side,
  })
  const marks: Mark[] = []
  for (const fill of [...STEPS, 'now'] as const) {
    const tiles = spec.tiles.filter((tile) => fillOf(tile) === fill)
    marks.push(drawBoxes(tiles.map(boxOf), colorOf(fill)))
    const style = { fill: colorOf(TEXT_ON[fill]), halo: false }
    marks.push(...nameMarks(tiles, { boxOf, side, canvas, style }))
    const values = tiles.map((tile) => ({
      x: boxOf(tile).x + side / 2,
      y: boxOf(tile).y + side / 2 + 15,
      text: describeValue(spec, tile, canvas),
      mark: tile.id,
    }))
    marks.push(drawText(values, { size: size + 4, ...style }))
  }
  const missing = spec.tiles.filter((tile) => tile.cell.value === null)
  marks.push(...drawHatched(missing.filter(({ cell }) => isWithheld(cell)).map(boxOf)))
  const unknown = missing.filter(({ cell }) => !isWithheld(cell))
  marks.push(drawOutlines(unknown.map(boxOf), { stroke: colorOf('soft'), dash: '2 3' }))
  marks.push(...nameMarks(missing, { boxOf, side, canvas, style: { fill: colorOf('soft'), halo: false } }))
  const remarks = missing.map((tile) => ({
    x: boxOf(tile).x + side / 2,
    y: boxOf(tile).y + side / 2 + 14,
    text: translateTerm(tile.cell.status, lang),
    mark: tile.id,
  }))
  marks.push(drawText(remarks, { size: canvas.small, fill: colorOf('soft'), halo: false }))
  const hasRoom = isWide && canvas.width - columns * pitch >= 240
  if (hasRoom)
    marks.push(...rankMarks(spec, { left: columns * pitch + 36, height: rows * pitch - gap, fillOf }, canvas))
  const values = spec.tiles.map((tile, row) => {
    const { x, y } = boxOf(tile)
    return { row, column: 'value', x: x + side / 2, y: y + side / 2 }
  })
  return { height: rows * pitch - gap + 2, marks, values }
}

/** Tiles with a value, the worst first. */
export function rankTiles(spec: TileSpec): Tile[] {
  const sign = spec.worse === 'high' ? -1 : 1
  return spec.tiles
    .filter((tile) => tile.cell.value !== null)
    .toSorted((a, b) => sign * ((a.cell.value ?? 0) - (b.cell.value ?? 0)) || (a.id < b.id ? -1 : 1))
}

function fillsOf(spec: TileSpec): (tile: Tile) => Fill | null {
  const ranked = rankTiles(spec)
  const worst = findEnd(spec.tiles, spec.worse)
  const steps = quantise(
    ranked.flatMap((tile) => tile.cell.value ?? []),
    STEPS.length,
  )
  return (tile) => {
    const { value } = tile.cell
    if (value === null) return null
    if (worst.includes(tile)) return 'now'
    const step = steps.findStep(value)
    return STEPS[spec.worse === 'high' ? step : STEPS.length - 1 - step] ?? 's1'
  }
}

interface NameRoom {
  boxOf(tile: Tile): Box
  side: number
  canvas: Canvas
  style: { fill: string; halo: boolean }
}

function nameMarks(tiles: readonly Tile[], room: NameRoom): Mark[] {
  const { side, canvas } = room
  return tiles.map((tile) => {
    const label = tile.label[canvas.lang]
    const isTight = measureWidest(label.split(' '), canvas.size) > side - 6
    const size = isTight ? canvas.small : canvas.size
    const words = wrap(label, (side - 4) / size)
    const at = room.boxOf(tile)
    const y = at.y + side / 2 - 12 - ((words.length - 1) * computeLineHeight(canvas.size)) / 2 - (words.length - 1) * 3
    return drawLines({ x: at.x + side / 2, y, drawLines: words, mark: tile.id }, { size, ...room.style })
  })
}

function rankMarks(
  spec: TileSpec,
  room: { left: number; height: number; fillOf(tile: Tile): Fill | null },
  canvas: Canvas,
): Mark[] {
  const ranked = rankTiles(spec)
  const { size } = canvas
  const values = ranked.map((tile) => describeValue(spec, tile, canvas))
  const names = ranked.map((tile) => tile.label[canvas.lang])
  const from = room.left + measureWidest(names, size) + 10
  const right = canvas.width - measureWidest(values, size) - 8
  const longest = Math.max(1e-9, ...ranked.map((tile) => tile.cell.value ?? 0))
  const step = Math.min(34, room.height / Math.max(1, ranked.length))
  const top = (room.height - step * ranked.length) / 2
  const marks: Mark[] = []
  for (const [index, tile] of ranked.entries()) {
    const y = top + (index + 0.5) * step
    const width = (Math.max(0, tile.cell.value ?? 0) / longest) * (right - from)
    const isWorst = room.fillOf(tile) === 'now'
    const fill = colorOf(isWorst ? 'now' : 'ref')
    marks.push(drawBoxes([{ x: from, y: y - 4, width, height: 8 }], fill))
    marks.push(
      drawText([{ x: from - 10, y, text: names[index] ?? '' }], {
        size,
        anchor: 'end',
        halo: false,
        ...(isWorst ? { fill, bold: true } : {}),
      }),
    )
    marks.push(
      drawText([{ x: from + width + 7, y, text: values[index] ?? '' }], {
        size,
        anchor: 'start',
        halo: false,
        ...(isWorst ? { fill, bold: true } : {}),
      }),
    )
  }
  const foot = drawSegments([{ x1: from, x2: from, y1: top, y2: top + step * ranked.length }], {
    stroke: colorOf('soft'),
  })
  return [...marks, foot]
}

function describeValue(spec: TileSpec, tile: Tile, canvas: Canvas): string {
  return labelOf(tile.cell, spec.unit, spec.decimals, canvas.lang)
}
