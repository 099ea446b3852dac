import { describe, expect, test } from 'vitest'
import { checkLikeness } from '../../../scripts/conform/check-likeness.ts'
import { compareRasters, type Letter, type Mark, type Reference } from '../../../scripts/conform/likeness.ts'
import type { Box, Raster, Rgb } from '../../../scripts/conform/raster.ts'

const SHEET = { width: 120, height: 80 }
const HAIR: Rgb = [217, 213, 203]
const TILE: Rgb = [230, 233, 236]
const INK: Rgb = [27, 29, 31]
const WHITE: Rgb = [255, 255, 255]

const LINE: Box = { x: 0, y: 60, width: 120, height: 2 }
const FIELD: Box = { x: 80, y: 10, width: 30, height: 30 }
const MARKS: Mark[] = [
  { name: 'line', box: LINE, color: HAIR },
  { name: 'field', box: FIELD, color: TILE },
]

/** Strokes of a letter as boxes in an em square of 28 pixels; three that look nothing like a box. */
const LETTERS: Record<string, Box[]> = {
  十: [
    { x: 2, y: 12, width: 24, height: 3 },
    { x: 12, y: 2, width: 3, height: 24 },
  ],
  三: [
    { x: 4, y: 3, width: 20, height: 3 },
    { x: 6, y: 12, width: 16, height: 3 },
    { x: 2, y: 23, width: 24, height: 3 },
  ],
}
const BOX = [
  { x: 4, y: 2, width: 20, height: 2 },
  { x: 4, y: 24, width: 20, height: 2 },
  { x: 4, y: 2, width: 2, height: 24 },
  { x: 22, y: 2, width: 2, height: 24 },
]
const PLACES: Letter[] = [
  { char: '十', box: { x: 6, y: 10, width: 28, height: 28 } },
  { char: '三', box: { x: 36, y: 10, width: 28, height: 28 } },
]

function makeSheet({ width, height } = SHEET): Raster {
  return { width, height, rgb: new Uint8Array(width * height * 3).fill(255) }
}

function paint(raster: Raster, box: Box, color: Rgb): void {
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = box.x; x < box.x + box.width; x += 1) raster.rgb.set(color, (y * raster.width + x) * 3)
  }
}

const move = (box: Box, x: number, y: number): Box => ({ ...box, x: box.x + x, y: box.y + y })

interface Look {
  size?: { width: number; height: number }
  line?: { color: Rgb; down?: number } | null
  field?: Rgb
  drawStrokes?: (char: string) => Box[]
  right?: number
  stray?: Box
}

/** The picture of a line, a field and two letters, or what a program made of it. */
function makePicture({ size, line, field, drawStrokes, right, stray }: Look = {}): Raster {
  const raster = makeSheet(size)
  if (line !== null) paint(raster, move(LINE, 0, line?.down ?? 0), line?.color ?? HAIR)
  paint(raster, FIELD, field ?? TILE)
  for (const { char, box } of PLACES) {
    for (const stroke of drawStrokes?.(char) ?? LETTERS[char] ?? []) {
      paint(raster, move(stroke, box.x + (right ?? 0), box.y), INK)
    }
  }
  if (stray) paint(raster, stray, INK)
  return raster
}

const REFERENCE: Reference = { raster: makePicture(), marks: MARKS, letters: PLACES }
const compare = (look: Look) => compareRasters(REFERENCE, makePicture(look))

describe('two pictures are alike', () => {
  const alike = { isOfSize: true, missingMarks: [], marks: 2, strangeLetters: [], letters: 2, strayShare: 0 }

  test.each<[string, Look]>([
    ['when they are the same', {}],
    ['when a line is a pixel lower', { line: { color: HAIR, down: 1 } }],
    ['when a colour is rounded otherwise', { line: { color: [215, 216, 200] } }],
    ['when letters are a few pixels off', { right: 5 }],
    ['when one has a pixel more on each side', { size: { width: 121, height: 81 } }],
  ])('%s', (_, look) => {
    expect(compare(look)).toEqual(alike)
    expect(checkLikeness(compare(look))).toEqual([])
  })
})

describe('fault is found', () => {
  test.each<[string, Look, string[]]>([
    ['a line that is not there', { line: null }, ['line']],
    ['a line in black', { line: { color: [0, 0, 0] } }, ['line']],
    ['a line that is three pixels lower', { line: { color: HAIR, down: 3 } }, ['line']],
    ['a field in another light tone', { field: [195, 206, 219] }, ['field']],
    ['a field of the lightest tone in white', { field: WHITE }, ['field']],
  ])('with %s', (_, look, names) => {
    expect(compare(look).missingMarks).toEqual(names)
  })

  test.each<[string, Look, string[]]>([
    ['boxes for letters', { drawStrokes: () => BOX }, ['十', '三']],
    ['letters that are covered', { drawStrokes: () => [] }, ['十', '三']],
    ['one letter in the place of another', { drawStrokes: () => LETTERS['三'] ?? [] }, ['十']],
  ])('with %s', (_, look, letters) => {
    expect(compare(look).strangeLetters).toEqual(letters)
  })

  test('with something where nothing should be', () => {
    const { strayShare } = compare({ stray: { x: 80, y: 66, width: 20, height: 10 } })
    expect(strayShare).toBeCloseTo(200 / (120 * 80))
  })

  test('with another size', () => {
    expect(compare({ size: { width: 240, height: 160 } }).isOfSize).toBe(false)
  })
})

test('what cannot be compared does not count', () => {
  const blank: Letter = { char: ' ', box: { x: 70, y: 45, width: 8, height: 10 } }
  const hidden: Mark = { name: 'hidden', box: FIELD, color: INK }
  const likeness = compareRasters(
    { ...REFERENCE, marks: [...MARKS, hidden], letters: [...PLACES, blank] },
    makePicture(),
  )
  expect([likeness.marks, likeness.letters]).toEqual([2, 2])
})

test('a mark counts as drawn when most of it is: hairlines between two rows of pixels are paler in some programs', () => {
  const raster = makePicture()
  paint(raster, { ...LINE, width: 40 }, WHITE)
  expect(compareRasters(REFERENCE, raster).missingMarks).toEqual([])
  paint(raster, { ...LINE, width: 60 }, WHITE)
  expect(compareRasters(REFERENCE, raster).missingMarks).toEqual(['line'])
})

test('faults are printed in both languages, with counts and names', () => {
  const likeness = {
    isOfSize: false,
    missingMarks: ['path stroke #d9d5cb', 'path stroke #d9d5cb'],
    marks: 5,
    strangeLetters: ['网', '格'],
    letters: 40,
    strayShare: 0.0123,
  }
  expect(checkLikeness(likeness)).toEqual([
    '图的大小不对。 The sheet has another size.',
    '图形没有画出或颜色不对。 Marks are not drawn, or in another colour (2/5): path stroke #d9d5cb',
    '字形不对或被遮住。 Letters have another shape, or are covered (2/40): 网格',
    '图上有多出的东西。 What should not be there covers 1.2% of the sheet.',
  ])
  const nothing = { ...likeness, isOfSize: true, missingMarks: [], marks: 0, strangeLetters: [], strayShare: 0 }
  expect(checkLikeness(nothing)).toEqual(['没有可比的图形或文字。 There is no mark or no letter to compare.'])
  expect(checkLikeness({ ...nothing, marks: 1, letters: 100, strangeLetters: ['网', '格'] })).toEqual([])
})
