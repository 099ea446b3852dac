import { formatNumber, formatValue } from '../../text/format.ts'
import type { Canvas, Drawing } from '../canvas.ts'
import { drawHatched, isWithheld } from '../hatch.ts'
import { computeLineHeight, drawBoxes, drawLines, drawText, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { translateTerm } from '../terms.ts'
import { balance, measureBold, measureText, measureWidest } from '../text-layout.ts'
import type { FunnelSpec } from './funnel-spec.ts'

/** Pixels of a count that is not published: it is not nothing, and its size is not known. */
const HIDDEN = 24

/** One bar a stage, from the same edge, with its count and its share of the stage before. */
export function drawFunnel(spec: FunnelSpec, canvas: Canvas): Drawing {
  const { lang, size, small } = canvas
  const isWide = canvas.variant === 'wide'
  const labels = spec.stages.map((stage) => (isWide ? balance(stage.label[lang], 9) : [stage.label[lang]]))
  const values = spec.stages.map((stage) => formatValue(stage.cell, spec.unit, spec.decimals, lang))
  const remarks = spec.stages.map((_, index) => remarkOf(spec, index, canvas))
  const left = isWide ? measureWidest(labels.flat(), size) + 14 : 0
  // On a narrow canvas the remark follows the stage's name, so that the bar has the row to itself.
  const ends = values.map(
    (value, index) => measureBold(value, size) + (isWide ? measureText(remarks[index] ?? '', small) + 14 : 0),
  )
  const longest = Math.max(1, ...spec.stages.map((stage) => stage.cell.value ?? 0))
  const reach = spec.stages.map(
    (stage, index) => (canvas.width - left - 8 - (ends[index] ?? 0)) / ((stage.cell.value ?? 0) / longest || 1),
  )
  const full = Math.min(canvas.width * (isWide ? 0.62 : 0.8), ...reach.filter((room) => room > 0))
  const bar = { height: isWide ? 26 : 20, step: isWide ? 42 : 50 }
  const top = isWide ? 4 : 24
  const marks: Mark[] = []
  const placed: Drawing['values'] = []
  for (const [index, stage] of spec.stages.entries()) {
    const y = top + index * bar.step
    const middle = y + bar.height / 2
    const width = ((stage.cell.value ?? 0) / longest) * full
    const isLast = index === spec.stages.length - 1
    marks.push(drawBoxes([{ x: left, y, width, height: bar.height }], colorOf(isLast ? 'now' : 'ref')))
    const words = labels[index] ?? []
    const first = isWide ? middle - ((words.length - 1) * computeLineHeight(size)) / 2 : y - 12
    marks.push(
      drawLines(
        { x: isWide ? left - 12 : 0, y: first, drawLines: words },
        { size, anchor: isWide ? 'end' : 'start', halo: false },
      ),
    )
    const isHidden = isWithheld(stage.cell)
    if (isHidden) marks.push(...drawHatched([{ x: left, y, width: HIDDEN, height: bar.height }]))
    const end = left + width + 8
    placed.push({ row: index, column: 'value', x: left + width, y: middle })
    const value = stage.cell.value === null ? translateTerm(stage.cell.status, lang) : (values[index] ?? '')
    const isMissing = stage.cell.value === null
    const look = isMissing ? { fill: colorOf('soft') } : { fill: colorOf(isLast ? 'now' : 'ink'), bold: true }
    marks.push(
      drawText([{ x: isMissing ? left + (isHidden ? HIDDEN + 8 : 0) : end, y: middle, text: value }], {
        size,
        anchor: 'start',
        halo: false,
        ...look,
      }),
    )
    const beside = isWide
      ? { x: end + measureBold(value, size) + 8, y: middle, text: remarks[index] ?? '' }
      : { x: measureText(stage.label[lang], size) + 8, y: y - 12, text: remarks[index] ?? '' }
    if (beside.text !== '')
      marks.push(drawText([beside], { size: small, anchor: 'start', fill: colorOf('soft'), halo: false }))
  }
  return { height: top + (spec.stages.length - 1) * bar.step + bar.height + 6, marks, values: placed }
}

/** A stage's share of the stage before, in %; null for the first, and where either is missing or zero. */
export function findPassedOn(spec: FunnelSpec, index: number): number | null {
  const value = spec.stages[index]?.cell.value ?? null
  const before = spec.stages[index - 1]?.cell.value ?? null
  return value === null || before === null || before === 0 ? null : (value / before) * 100
}

function remarkOf(spec: FunnelSpec, index: number, canvas: Canvas): string {
  const share = findPassedOn(spec, index)
  if (share === null) return ''
  const before = spec.stages[index - 1]?.label[canvas.lang] ?? ''
  const percent = `${formatNumber(share, 1)}%`
  if (canvas.variant === 'narrow')
    return canvas.lang === 'zh' ? `为上一步的${percent}` : `${percent} of the step before`
  return canvas.lang === 'zh' ? `为“${before}”的${percent}` : `${percent} of “${before}”`
}
