import type { Canvas } from './canvas.ts'
import { computeLineHeight, drawBoxes, drawOutlines, drawText, type Mark } from './marks.ts'
import { measureText } from './text-layout.ts'

/** One kind of mark and its words, where a label beside each mark would not find room. */
interface KeyEntry {
  label: string
  color: string
  /** An outline, dashed for a forecast, where the mark is an outline. */
  outline?: 'solid' | 'dashed'
}

/** Swatches with words above a chart, in reading order, in as many rows as they need. */
export function drawKeyMarks(
  entries: readonly KeyEntry[],
  canvas: Canvas,
  left = 0,
): { marks: Mark[]; height: number } {
  const swatch = 11
  const step = computeLineHeight(canvas.small) + 5
  const marks: Mark[] = []
  let x = left
  let y = step / 2
  for (const entry of entries) {
    const width = swatch + 5 + measureText(entry.label, canvas.small)
    if (x > left && x + width > canvas.width) {
      x = left
      y += step
    }
    const box = { x, y: y - swatch / 2, width: swatch, height: swatch }
    const dash = entry.outline === 'dashed' ? { dash: '2 2' } : {}
    marks.push(
      entry.outline ? drawOutlines([box], { stroke: entry.color, width: 1.5, ...dash }) : drawBoxes([box], entry.color),
    )
    marks.push(drawText([{ x: x + swatch + 5, y, text: entry.label }], { size: canvas.small, anchor: 'start' }))
    x += width + 16
  }
  return { marks, height: y + step / 2 }
}
