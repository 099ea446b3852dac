import { computeLetterLikeness, grayOf } from './letters.ts'
import {
  type Box,
  fitTo,
  hasColor,
  hasColorNear,
  isBetweenNear,
  listPixels,
  type Raster,
  type Rgb,
  widen,
} from './raster.ts'

/*
 * Whether two programs drew the same picture. Their edges differ by a pixel and their letters by a part of a pixel, so a
 * pixel is compared with those around its place, and a letter by its strokes at any place nearby.
 */

/** A line, area or dot of one colour. */
export interface Mark {
  /** As a person finds it in the file: `path #b3341f`. */
  name: string
  box: Box
  color: Rgb
}

export interface Letter {
  char: string
  /** The em square of a Chinese character; narrower for others. */
  box: Box
}

/** A picture by the reference program, with the position of each mark and letter. */
export interface Reference {
  raster: Raster
  marks: readonly Mark[]
  letters: readonly Letter[]
}

export interface Likeness {
  /** False where the sheet is larger or smaller; LibreOffice rounds up to one pixel more. */
  isOfSize: boolean
  /** Marks that are not there in their colour, or not whole. */
  missingMarks: string[]
  /** Marks that could be compared: not covered by others, not transparent. */
  marks: number
  /** Letters that have another shape, or none: boxes, or covered. */
  strangeLetters: string[]
  /** Letters that could be compared: not blank. */
  letters: number
  /** Share of the sheet, words left out, that has something the reference does not have there. */
  strayShare: number
}

/** How far a colour may be off in one channel. The lightest tone of the palette is 19 from white. */
const TONE = 12
/** For paint where there should be none: a softer edge is not a fault. */
const STRAY_TONE = 48
/** Of one mark. Hairlines between two rows of pixels are paler in LibreOffice: of five in one mark, two can be. */
const MISSING_SHARE_MAX = 0.4
const LIKENESS_MIN = 0.6
/** Pixels around words that do not count as stray: letters of another program may be wider. */
const WORD_MARGIN = 12

/** Compares a picture with the reference. Rows and columns that one of them has more are left out. */
export function compareRasters(reference: Reference, picture: Raster): Likeness {
  const raster = fitTo(reference.raster, picture)
  const grays = { reference: grayOf(reference.raster), other: grayOf(raster) }
  const letters = reference.letters.flatMap(({ char, box }) => {
    const likeness = computeLetterLikeness(grays.reference, grays.other, box)
    return likeness === null ? [] : [{ char, likeness }]
  })
  const words = collectWordPixels(reference, 2)
  const marks = reference.marks.flatMap((mark) => {
    const missing = computeMissingShare(reference.raster, raster, { mark, words })
    return missing === null ? [] : [{ name: mark.name, missing }]
  })
  const { width, height } = reference.raster
  return {
    isOfSize: Math.max(Math.abs(picture.width - width), Math.abs(picture.height - height)) <= 2,
    missingMarks: marks.filter((mark) => mark.missing > MISSING_SHARE_MAX).map((mark) => mark.name),
    marks: marks.length,
    strangeLetters: letters.filter((letter) => letter.likeness < LIKENESS_MIN).map((letter) => letter.char),
    letters: letters.length,
    strayShare: computeStrayShare(reference, raster),
  }
}

/** Of the pixels that have the mark's own colour in the reference, the share without it; null where none has it. */
function computeMissingShare(
  raster: Raster,
  other: Raster,
  { mark, words }: { mark: Mark; words: Uint8Array },
): number | null {
  let seen = 0
  let missing = 0
  for (const index of listPixels(mark.box, raster)) {
    if (words[index] === 1 || !hasColor(raster, index, mark.color, 2)) continue
    seen += 1
    if (!hasColorNear(other, index, mark.color, TONE)) missing += 1
  }
  return seen === 0 ? null : missing / seen
}

function computeStrayShare(reference: Reference, raster: Raster): number {
  const words = collectWordPixels(reference, WORD_MARGIN)
  const pixels = raster.width * raster.height
  let stray = 0
  for (let index = 0; index < pixels; index += 1) {
    if (words[index] === 0 && !isBetweenNear(raster, index, reference.raster, STRAY_TONE)) stray += 1
  }
  return stray / pixels
}

/** 1 for each pixel of the reference that belongs to words. */
function collectWordPixels({ raster, letters }: Reference, margin: number): Uint8Array {
  const words = new Uint8Array(raster.width * raster.height)
  for (const letter of letters) {
    for (const index of listPixels(widen(letter.box, margin), raster)) words[index] = 1
  }
  return words
}
