import type { Annotation } from '../../measure/series.ts'
import type { Lang } from '../../text/local-text.ts'
import { sum } from '../../text/sum.ts'
import { computeLineHeight, drawLines, drawSegments, type Mark } from '../marks.ts'
import { colorOf } from '../palette.ts'
import { balance, measureWidest } from '../text-layout.ts'
import type { TimeAxis } from '../time.ts'

interface PlacedNote {
  x: number
  /** Left edge of its words. */
  from: number
  words: string[]
  /** Middle of its first line. */
  y: number
}

interface PlacedNotes {
  notes: PlacedNote[]
  /** Room taken above the plot. */
  height: number
}

interface NoteRoom {
  left: number
  right: number
  size: number
  lang: Lang
}

/** Words of annotations in rows above the plot, so that they never lie on a line. */
export function placeAnnotations(annotations: readonly Annotation[], axis: TimeAxis, room: NoteRoom): PlacedNotes {
  const step = computeLineHeight(room.size)
  const notes: PlacedNote[] = []
  const rows: { end: number; y: number; height: number }[] = []
  const inOrder = annotations
    .map((annotation) => ({ annotation, x: noteX(annotation, axis) }))
    .toSorted((a, b) => a.x - b.x)
  for (const { annotation, x } of inOrder) {
    const words = balance(annotation.label[room.lang], room.lang === 'zh' ? 12 : 15)
    const width = measureWidest(words, room.size)
    const from = x + 5 + width <= room.right ? x + 5 : Math.max(room.left, x - 5 - width)
    let row = rows.find((candidate) => candidate.end + 12 < Math.min(from, x))
    if (!row) {
      row = { end: 0, y: sum(rows.map((row) => row.height)) + step / 2, height: 0 }
      rows.push(row)
    }
    row.end = Math.max(x, from + width)
    row.height = Math.max(row.height, words.length * step)
    notes.push({ x, from, words, y: row.y })
  }
  return { notes, height: sum(rows.map((row) => row.height)) }
}

/** Rules from the words down to the foot of the plot, and the words. */
export function drawAnnotationMarks(placed: PlacedNotes, at: { bottom: number; size: number }): Mark[] {
  const marks: Mark[] = []
  for (const note of placed.notes) {
    const rule = { x1: note.x, x2: note.x, y1: note.y - at.size / 2, y2: at.bottom }
    marks.push(drawSegments([rule], { stroke: colorOf('soft'), dash: '2 3' }))
  }
  for (const note of placed.notes) {
    marks.push(
      drawLines(
        { x: note.from, y: note.y, drawLines: note.words },
        { size: at.size, fill: colorOf('soft'), anchor: 'start' },
      ),
    )
  }
  return marks
}

function noteX(annotation: Annotation, axis: TimeAxis): number {
  return annotation.kind === 'break' ? axis.placeBefore(annotation.x) : axis.placeAt(annotation.x)
}
