import { formatCount, formatNumber } from '../../text/format.ts'
import { sum } from '../../text/sum.ts'
import type { Canvas, Drawing } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import { drawKeyMarks } from '../key.ts'
import { computeLineHeight, drawBoxes, drawLines, drawSegments, drawText, type Mark } from '../marks.ts'
import { colorOf, TEXT_ON } from '../palette.ts'
import { isSmallSample } from '../small-sample.ts'
import { sharesOf } from '../stacked/stack-pieces.ts'
import { translateTerm } from '../terms.ts'
import { balance, computeRowStep, measureText, measureWidest } from '../text-layout.ts'
import type { LikertSpec } from './likert-spec.ts'

const FILLS = {
  2: ['d1', 'd4'],
  3: ['d1', 'hair', 'd4'],
  4: ['d1', 'd2', 'd3', 'd4'],
  5: ['d1', 'd2', 'hair', 'd3', 'd4'],
} as const

type Fill = (typeof FILLS)[keyof typeof FILLS][number]
type LikertItem = LikertSpec['items'][number]

/** Good answers left of the middle, bad answers right of it; the number of valid answers at the far right. */
export function drawLikert(spec: LikertSpec, canvas: Canvas): Drawing {
  const { lang, size, small } = canvas
  const isWide = canvas.variant === 'wide'
  const fills = fillsOf(spec)
  const key = drawKeyMarks(
    spec.grades.map((grade, index) => ({ label: grade.label[lang], color: colorOf(fills[index] ?? 'hair') })),
    canvas,
  )
  const labels = spec.items.map((item) => (isWide ? balance(item.label[lang], 11) : [item.label[lang]]))
  const counts = spec.items.map((item) => describeCount(item, canvas))
  const left = isWide ? measureWidest(labels.flat(), size) + 14 : 0
  const right = canvas.width - (isWide ? measureWidest(counts, small) + 12 : 0)
  const reach = reachOf(spec)
  const placeX = (value: number): number => left + ((value + reach.good) / (reach.good + reach.bad)) * (right - left)
  const bar = { height: isWide ? 22 : 18, step: isWide ? computeRowStep(labels, 32) : 44 }
  const top = key.height + (isWide ? 8 + (bar.step - 32) / 2 : 24)
  const marks: Mark[] = [...key.marks]
  const placed = spec.items.map((item, index) => piecesOf(item, top + index * bar.step))
  marks.push(...nameMarks(spec, { labels, counts, left, top, bar }, canvas))
  for (const [grade, fill] of fills.entries()) {
    const rects = placed
      .flatMap((pieces, index) => pieces.map((piece) => ({ ...piece, mark: spec.items[index]?.id ?? '' })))
      .filter((piece) => piece.grade === grade)
      .map((piece) => ({
        x: placeX(piece.from),
        y: piece.y,
        width: Math.max(0, placeX(piece.to) - placeX(piece.from) - 1),
        height: bar.height,
        words: `${formatNumber(piece.to - piece.from, spec.shareDecimals ?? 1)}%`,
        mark: piece.mark,
      }))
    marks.push(drawBoxes(rects, colorOf(fill)))
    const fitting = rects.filter((rect) => measureText(rect.words, small) + 8 <= rect.width)
    const inside = fitting.map((rect) => ({
      x: rect.x + rect.width / 2,
      y: rect.y + bar.height / 2,
      text: rect.words,
      mark: rect.mark,
    }))
    marks.push(drawText(inside, { size: small, fill: colorOf(fill === 'hair' ? 'ink' : TEXT_ON[fill]), halo: false }))
  }
  const bottom = top + (spec.items.length - 1) * bar.step + bar.height
  marks.push(
    drawSegments([{ x1: placeX(0) - 0.5, x2: placeX(0) - 0.5, y1: top - 4, y2: bottom + 4 }], {
      stroke: colorOf('ink'),
    }),
  )
  for (const [index, item] of spec.items.entries()) {
    if (placed[index]?.length !== 0) continue
    const y = top + index * bar.step
    const isHidden = !isSmallSample(item.n) && [item.n, ...item.cells].some(isWithheld)
    if (isHidden) marks.push(...drawHatched([{ x: placeX(0) + 8, y, width: 48, height: bar.height }]))
    const spot = {
      x: placeX(0) + (isHidden ? 64 : 8),
      y: y + bar.height / 2,
      text: describeEmpty(item, canvas),
      mark: item.id,
    }
    marks.push(drawText([spot], { size: small, anchor: 'start', fill: colorOf('soft') }))
  }
  const values = spec.grades.flatMap(({ id }, grade) =>
    placed.map((pieces, row) => {
      const piece = pieces.find((candidate) => candidate.grade === grade)
      const x = piece ? placeX((piece.from + piece.to) / 2) : placeX(0)
      return { row, column: `${id}_share`, x, y: top + row * bar.step + bar.height / 2 }
    }),
  )
  return { height: bottom + (isWide ? (bar.step - 32) / 2 : 0) + 8, marks, values }
}

interface Rows {
  labels: readonly string[][]
  counts: readonly string[]
  left: number
  top: number
  bar: { height: number; step: number }
}

/** Each item's name and its number of answers; on a narrow sheet above its bar. */
function nameMarks(spec: LikertSpec, { labels, counts, left, top, bar }: Rows, canvas: Canvas): Mark[] {
  const { size, small } = canvas
  const isWide = canvas.variant === 'wide'
  return spec.items.flatMap(({ id: mark }, index) => {
    const y = top + index * bar.step
    const words = labels[index] ?? []
    const first = isWide ? y + bar.height / 2 - ((words.length - 1) * computeLineHeight(size)) / 2 : y - 12
    const count = { x: canvas.width, y: isWide ? y + bar.height / 2 : y - 12, text: counts[index] ?? '', mark }
    return [
      drawLines(
        { x: isWide ? left - 12 : 0, y: first, drawLines: words, mark },
        { size, anchor: isWide ? 'end' : 'start', halo: false },
      ),
      drawText([count], { size: small, anchor: 'end', fill: colorOf('soft'), halo: false }),
    ]
  })
}

/** Shares of the grades in %, or none where the sample is small or a count is missing. */
export function gradeShares(item: LikertItem): (number | null)[] {
  const isSmall = item.n.value === null || isSmallSample(item.n)
  return isSmall ? item.cells.map(() => null) : sharesOf(item.cells)
}

interface Piece {
  grade: number
  from: number
  to: number
  y: number
}

function piecesOf(item: LikertItem, y: number): Piece[] {
  const shares = gradeShares(item).flatMap((share) => share ?? [])
  if (shares.length < item.cells.length) return []
  let from = -goodOf(shares)
  return shares.map((share, grade) => {
    from += share
    return { grade, from: from - share, to: from, y }
  })
}

// An odd middle grade lies half on each side.
function goodOf(shares: readonly number[]): number {
  const half = Math.floor(shares.length / 2)
  const middle = shares.length % 2 === 1 ? (shares[half] ?? 0) / 2 : 0
  return sum([middle, ...shares.slice(0, half)])
}

function reachOf(spec: LikertSpec): { good: number; bad: number } {
  const drawn = spec.items.map((item) => piecesOf(item, 0)).filter((pieces) => pieces.length > 0)
  const good = Math.max(1, ...drawn.map((pieces) => -(pieces[0]?.from ?? 0)))
  const bad = Math.max(1, ...drawn.map((pieces) => pieces.at(-1)?.to ?? 0))
  return { good, bad }
}

function fillsOf(spec: LikertSpec): readonly Fill[] {
  const count = spec.grades.length
  if (count !== 2 && count !== 3 && count !== 4 && count !== 5) {
    throw new Error(`invalid likert figure ${spec.id}: ${count} grades, expected 2 to 5`)
  }
  return FILLS[count]
}

function describeCount(item: LikertItem, canvas: Canvas): string {
  return item.n.value === null ? '' : `n = ${formatCount(item.n.value, canvas.lang)}`
}

function describeEmpty(item: LikertItem, canvas: Canvas): string {
  const isSmall = isSmallSample(item.n)
  const status = [item.n, ...item.cells].find((cell) => cell.value === null)?.status ?? 'not-applicable'
  return translateTerm(isSmall ? 'small-sample' : status, canvas.lang)
}
