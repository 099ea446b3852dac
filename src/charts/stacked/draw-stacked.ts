import { monthsOf } from '../../calendar/period.ts'
import { formatNumber } from '../../text/format.ts'
import { type Canvas, type Drawing, labelOf, listTickLabels } from '../canvas.ts'
import { drawHatched } from '../hatch.ts'
import { drawKeyMarks } from '../key.ts'
import {
  computeLineHeight,
  drawBoxes,
  drawHairlines,
  drawLines,
  drawSegments,
  drawText,
  type Mark,
  type TextAt,
} from '../marks.ts'
import { colorOf, TEXT_ON, type TokenName } from '../palette.ts'
import { scaleOf } from '../scale.ts'
import { translateTerm } from '../terms.ts'
import { balance, computeRowStep, measureText, measureWidest, spread, wrap } from '../text-layout.ts'
import { chooseTimeTicks, makeTimeAxis } from '../time.ts'
import type { Piece } from './stack-pieces.ts'
import { HIDDEN, hasHidden, piecesOf, placePieces, sharesOf, totalOf } from './stack-pieces.ts'
import type { StackedSpec } from './stacked-spec.ts'

const FILLS = ['c1', 'c3', 'c4', 'c5', 'c2'] as const satisfies TokenName[]
type Fill = (typeof FILLS)[number]

/** Columns over time, or rows over items. */
export function drawStacked(spec: StackedSpec, canvas: Canvas): Drawing {
  if (spec.parts.length > FILLS.length) {
    throw new Error(
      `invalid stacked figure ${spec.id}: ${spec.parts.length} parts, at most ${FILLS.length} can be distinguished`,
    )
  }
  const isTime = spec.bars.every((bar) => monthsOf(bar.id) !== null)
  return isTime ? drawColumns(spec, canvas) : drawRows(spec, canvas)
}

function drawColumns(spec: StackedSpec, canvas: Canvas): Drawing {
  const limit = canvas.variant === 'wide' ? 9 : 6
  const stacks = spec.bars.map((_, bar) => piecesOf(spec, bar))
  const last = stacks.findLast((stack) => stack.length > 0) ?? []
  const names = last.map((piece) => nameAt(spec, piece, { canvas, limit }))
  const right = canvas.width - measureWidest(names.flat(), canvas.small) - 12
  const bottom = canvas.variant === 'wide' ? 270 : 240
  const tops = stacks.map((stack) => stack.at(-1)?.to ?? 0)
  const y = scaleOf(spec.share ? [100] : tops, { from: bottom, to: 22, count: 4, decimals: spec.decimals })
  const ticks = listTickLabels(y.ticks, spec.share ? '%' : spec.unit, canvas.lang)
  const left = measureWidest(ticks.slice(0, -1), canvas.small) + 8
  const slot = (right - left) / spec.bars.length
  const width = Math.min(44, slot * 0.74)
  const axis = makeTimeAxis(
    spec.bars.map((bar) => bar.id),
    left + slot / 2,
    right - slot / 2,
  )
  const marks: Mark[] = [drawHairlines(y.ticks.slice(1).map(y.at), 0, right)]
  for (const [part] of spec.parts.entries()) {
    const column = stacks.flatMap((stack, bar) =>
      stack
        .filter((piece) => piece.part === part)
        .map((piece) =>
          buildBox(axis.placeAt(spec.bars[bar]?.id ?? '') - width / 2, y.at(piece.to), width, y.at(piece.from)),
        ),
    )
    marks.push(drawBoxes(column, colorOf(fillOf(part))))
  }
  const hidden = stacks.flatMap((stack, bar) => {
    if (!hasHidden(spec, bar)) return []
    const end = y.at(stack.at(-1)?.to ?? 0)
    const [from, to] = spec.share ? [y.at(100), bottom] : [end - HIDDEN, end]
    return [buildBox(axis.placeAt(spec.bars[bar]?.id ?? '') - width / 2, from, width, to)]
  })
  marks.push(...drawHatched(hidden))
  const missing = stacks.flatMap((stack, bar) =>
    stack.length > 0 || hasHidden(spec, bar)
      ? []
      : [{ x: axis.placeAt(spec.bars[bar]?.id ?? ''), y: bottom - 12, text: describeMissing(slot, canvas) }],
  )
  marks.push(
    drawSegments([{ x1: 0, x2: right, y1: bottom, y2: bottom }], { stroke: colorOf('soft') }),
    drawText(
      y.ticks.map((tick, index) => ({ x: 0, y: y.at(tick) - 8, text: ticks[index] ?? '' })),
      { size: canvas.small, fill: colorOf('soft'), anchor: 'start' },
    ),
    drawText(
      chooseTimeTicks(axis, { size: canvas.small, y: bottom + 16, min: 0, max: right + 12, lang: canvas.lang }),
      {
        size: canvas.small,
        fill: colorOf('soft'),
      },
    ),
    drawText(missing, { size: canvas.small, fill: colorOf('soft') }),
    ...nameMarks(last, names, { y: y.at, x: right + 4, bottom, size: canvas.small }),
  )
  const placeAt = (bar: number, amount: number) => ({ x: axis.placeAt(spec.bars[bar]?.id ?? ''), y: y.at(amount) })
  return { height: bottom + 26, marks, values: placePieces(spec, stacks, placeAt) }
}

function nameAt(spec: StackedSpec, piece: Piece, room: { canvas: Canvas; limit: number }): string[] {
  const { canvas, limit } = room
  const amount = piece.to - piece.from
  const value = spec.share
    ? `${formatNumber(amount, 1)}%`
    : labelOf({ value: amount, status: 'final' }, spec.unit, spec.decimals, canvas.lang)
  const label = spec.parts[piece.part]?.label[canvas.lang] ?? ''
  return measureText(`${label} ${value}`, 1) <= limit ? [`${label} ${value}`] : [...wrap(label, limit), value]
}

function nameMarks(
  stack: readonly Piece[],
  names: readonly string[][],
  at: { y(value: number): number; x: number; bottom: number; size: number },
): Mark[] {
  const step = computeLineHeight(at.size)
  const blocks = stack.map((piece, index) => ({
    middle: at.y((piece.from + piece.to) / 2),
    size: (names[index]?.length ?? 1) * step + 2,
  }))
  const middles = spread(blocks, 4, at.bottom + 12)
  return stack.flatMap((piece, index) => {
    const words = names[index] ?? []
    const first = (middles[index] ?? 0) - ((words.length - 1) * step) / 2
    const swatch = { x: at.x, y: first - 4.5, width: 3, height: (words.length - 1) * step + 9 }
    return [
      drawBoxes([swatch], colorOf(fillOf(piece.part))),
      drawLines({ x: at.x + 7, y: first, drawLines: words }, { size: at.size, anchor: 'start', halo: false }),
    ]
  })
}

function drawRows(spec: StackedSpec, canvas: Canvas): Drawing {
  const { size, small, lang } = canvas
  const key = drawKeyMarks(
    spec.parts.map((part, index) => ({ label: part.label[lang], color: colorOf(fillOf(index)) })),
    canvas,
  )
  const isWide = canvas.variant === 'wide'
  const labels = spec.bars.map((bar) => (isWide ? balance(bar.label[lang], 12) : [bar.label[lang]]))
  const left = isWide ? measureWidest(labels.flat(), size) + 12 : 0
  const totals = spec.cells.map((cells) => totalOf(cells))
  const hidden = spec.bars.map((_, bar) => hasHidden(spec, bar))
  const endWords = totals.map((total, bar) =>
    hidden[bar]
      ? translateTerm('withheld', lang)
      : labelOf({ value: total, status: 'final' }, spec.unit, spec.decimals, lang),
  )
  const room = measureWidest(endWords, size) + 8 + (hidden.includes(true) ? HIDDEN : 0)
  const right = canvas.width - (spec.share ? 0 : room)
  const stacks = spec.bars.map((_, bar) => piecesOf(spec, bar))
  const longest = spec.share ? 100 : Math.max(1, ...stacks.map((stack) => stack.at(-1)?.to ?? 0))
  const placeX = (value: number): number => left + (value / longest) * (right - left)
  const bar = { height: isWide ? 22 : 18, step: isWide ? computeRowStep(labels, 32) : 44 }
  const top = key.height + (isWide ? 8 + (bar.step - 32) / 2 : 24)
  const yOf = (index: number): number => top + index * bar.step
  const marks: Mark[] = [...key.marks]
  for (const [index, words] of labels.entries()) {
    const mark = spec.bars[index]?.id ?? ''
    const middle = yOf(index) + bar.height / 2
    const first = isWide ? middle - ((words.length - 1) * computeLineHeight(size)) / 2 : yOf(index) - 12
    marks.push(
      drawLines(
        { x: isWide ? left - 10 : 0, y: first, drawLines: words, mark },
        { size, anchor: isWide ? 'end' : 'start', halo: false },
      ),
    )
    const stack = stacks[index] ?? []
    const isHidden = hidden[index] ?? false
    const from = placeX(spec.share ? 0 : (stack.at(-1)?.to ?? 0))
    const width = spec.share ? placeX(100) - from : HIDDEN
    if (isHidden) marks.push(...drawHatched([{ x: from, y: yOf(index), width, height: bar.height }]))
    const end = stack.length === 0 && !isHidden ? translateTerm('missing', lang) : (endWords[index] ?? '')
    const after = from + (isHidden && !spec.share ? HIDDEN : 0) + 6
    if (!spec.share || stack.length === 0)
      marks.push(drawText([{ x: after, y: middle, text: end, mark }], { size, anchor: 'start' }))
  }
  for (const [part] of spec.parts.entries()) {
    const rects = stacks.flatMap((stack, index) =>
      stack
        .filter((piece) => piece.part === part)
        .map((piece) => ({
          x: placeX(piece.from),
          y: yOf(index),
          width: placeX(piece.to) - placeX(piece.from),
          height: bar.height,
        })),
    )
    marks.push(
      drawBoxes(
        rects.map((rect) => ({ ...rect, width: Math.max(0, rect.width - 1) })),
        colorOf(fillOf(part)),
      ),
    )
    const inside = rects.flatMap((rect, index) =>
      describeInside(
        spec,
        { part, index: stacks.findIndex((_, at) => yOf(at) === rect.y), rect, order: index },
        canvas,
      ),
    )
    marks.push(drawText(inside, { size: small, fill: colorOf(TEXT_ON[fillOf(part)]), halo: false }))
  }
  const values = placePieces(spec, stacks, (at, amount) => ({ x: placeX(amount), y: yOf(at) + bar.height / 2 }))
  return { height: yOf(spec.bars.length - 1) + bar.height + (isWide ? (bar.step - 32) / 2 : 0) + 6, marks, values }
}

interface Inside {
  part: number
  index: number
  rect: { x: number; y: number; width: number; height: number }
  order: number
}

// A number is printed in its piece only where the piece is wide enough.
function describeInside(spec: StackedSpec, at: Inside, canvas: Canvas): TextAt[] {
  const cells = spec.cells[at.index] ?? []
  const cell = cells[at.part] ?? { value: null, status: 'not-reported' as const }
  const share = spec.share ? (sharesOf(cells)[at.part] ?? null) : null
  const words = share === null ? labelOf(cell, spec.unit, spec.decimals, canvas.lang) : `${formatNumber(share, 1)}%`
  if (measureText(words, canvas.small) + 8 > at.rect.width) return []
  const mark = spec.bars[at.index]?.id ?? ''
  return [{ x: at.rect.x + at.rect.width / 2, y: at.rect.y + at.rect.height / 2, text: words, mark }]
}

function describeMissing(room: number, canvas: Canvas): string {
  const words = translateTerm('missing', canvas.lang)
  return measureText(words, canvas.small) <= room ? words : '—'
}

function buildBox(x: number, top: number, width: number, bottom: number) {
  // One unit of paper between two parts.
  return { x, y: top, width, height: Math.max(0.5, bottom - top - 1) }
}

function fillOf(part: number): Fill {
  return FILLS[part] ?? 'c5'
}
