import { formatValue } from '../../text/format.ts'
import type { Canvas, Drawing } from '../canvas.ts'
import { computeLineHeight, drawBoxes, drawLines, drawSegments, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { translateTerm } from '../terms.ts'
import { balance, measureBold, measureText, measureWidest } from '../text-layout.ts'
import type { DwellSpec } from './dwell-spec.ts'

/** A bar to the median of each stage, a thin line on to the 90th percentile, both with their time. */
export function drawDwell(spec: DwellSpec, canvas: Canvas): Drawing {
  const { lang, size, small } = canvas
  const isWide = canvas.variant === 'wide'
  const labels = spec.stages.map((stage) => (isWide ? balance(stage.label[lang], 9) : [stage.label[lang]]))
  const left = isWide ? measureWidest(labels.flat(), size) + 14 : 0
  const say = (cell: DwellSpec['stages'][number]['p90']): string =>
    cell.value === null ? translateTerm(cell.status, lang) : formatValue(cell, spec.unit, spec.decimals, lang)
  const p90Words = spec.stages.map((stage) => say(stage.p90))
  const longest = Math.max(1e-9, ...spec.stages.flatMap((stage) => [stage.median.value ?? 0, stage.p90.value ?? 0]))
  const medians = spec.stages.map((stage) => measureBold(say(stage.median), small))
  const right = canvas.width - measureWidest(p90Words, small) - 12
  const placeX = (value: number): number => left + (value / longest) * (right - left)
  const bar = { height: isWide ? 18 : 14, step: isWide ? 44 : 54 }
  const top = isWide ? 42 : 46
  const marks: Mark[] = []
  const values: Drawing['values'] = []
  for (const [index, stage] of spec.stages.entries()) {
    const y = top + index * bar.step
    const middle = y + bar.height / 2
    const median = stage.median.value
    const p90 = stage.p90.value
    const words = labels[index] ?? []
    const first = isWide ? middle - ((words.length - 1) * computeLineHeight(size)) / 2 : y - 14
    marks.push(
      drawLines(
        { x: isWide ? left - 12 : 0, y: first, drawLines: words },
        { size, anchor: isWide ? 'end' : 'start', halo: false },
      ),
    )
    values.push(
      { row: index, column: 'median', x: placeX(median ?? 0), y: middle },
      { row: index, column: 'p90', x: placeX(p90 ?? median ?? 0), y: middle },
    )
    if (median === null) {
      marks.push(
        drawText([{ x: left, y: middle, text: translateTerm(stage.median.status, lang) }], {
          size: small,
          anchor: 'start',
          fill: colorOf('soft'),
        }),
      )
      continue
    }
    if (p90 !== null) {
      const cap = { x1: placeX(p90), x2: placeX(p90), y1: middle - 5, y2: middle + 5 }
      marks.push(
        drawSegments([{ x1: placeX(median), x2: placeX(p90), y1: middle, y2: middle }, cap], {
          stroke: colorOf('ink'),
          width: 1.5,
        }),
      )
      marks.push(
        drawText([{ x: placeX(p90) + 7, y: middle, text: p90Words[index] ?? '' }], {
          size: small,
          anchor: 'start',
          fill: colorOf('soft'),
        }),
      )
    }
    marks.push(
      drawBoxes([{ x: left, y, width: Math.max(1.5, placeX(median) - left), height: bar.height }], colorOf('now')),
    )
    const nameEnd = measureText(stage.label[lang], size)
    marks.push(
      buildMedianMark(
        { words: say(stage.median), end: placeX(median), left, width: medians[index] ?? 0, nameEnd, middle, y },
        canvas,
      ),
    )
  }
  marks.push(...drawHeadMarks(spec, { x: placeX, left, top, right }, canvas))
  return { height: top + (spec.stages.length - 1) * bar.step + bar.height + 6, marks, values }
}

interface MedianAt {
  words: string
  /** End of the bar, and of the stage's name on a narrow sheet. */
  end: number
  left: number
  width: number
  nameEnd: number
  middle: number
  y: number
}

// The median is printed in its bar where it fits, else above it; on a narrow canvas after the stage's name.
function buildMedianMark(at: MedianAt, canvas: Canvas): Mark {
  const style = { size: canvas.small, bold: true, fill: colorOf('now'), halo: false }
  if (canvas.variant === 'narrow') {
    return drawText([{ x: at.nameEnd + 8, y: at.y - 14, text: at.words }], {
      ...style,
      size: canvas.size,
      anchor: 'start',
    })
  }
  if (at.end - at.left > at.width + 12) {
    return drawText([{ x: at.end - 6, y: at.middle, text: at.words }], {
      ...style,
      anchor: 'end',
      fill: colorOf('paper'),
    })
  }
  return drawText([{ x: at.left, y: at.y - 9, text: at.words }], { ...style, anchor: 'start' })
}

// A key above the first stage explains bar and line once.
function drawHeadMarks(
  spec: DwellSpec,
  at: { x(value: number): number; left: number; top: number; right: number },
  canvas: Canvas,
): Mark[] {
  const { lang, small } = canvas
  if (spec.stages.length === 0) return []
  const y = 10
  const barWords = translateTerm('bar-median', lang)
  const lineWords = translateTerm('bar-p90', lang)
  const barEnd = at.left + 22
  const lineFrom = barEnd + 6 + measureText(barWords, small) + 20
  return [
    drawBoxes([{ x: at.left, y: y - 4, width: 22, height: 8 }], colorOf('now')),
    drawText([{ x: barEnd + 6, y, text: barWords }], { size: small, anchor: 'start', halo: false }),
    drawSegments(
      [
        { x1: lineFrom, x2: lineFrom + 22, y1: y, y2: y },
        { x1: lineFrom + 22, x2: lineFrom + 22, y1: y - 4, y2: y + 4 },
      ],
      { stroke: colorOf('ink'), width: 1.5 },
    ),
    drawText([{ x: lineFrom + 28, y, text: lineWords }], { size: small, anchor: 'start', halo: false }),
  ]
}
