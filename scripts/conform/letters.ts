import type { Box, Raster } from './raster.ts'

/** Lightness at half the size, 0 to 255: thinner than that, letters of two programs differ by their smoothing. */
interface Gray {
  width: number
  height: number
  values: Float64Array
}

/** How far a letter may be from its position in the reference, in pixels of `Gray`: programs add up widths differently. */
const SHIFT_X = 10
const SHIFT_Y = 2
/** Standard deviation of lightness below which there is no stroke to compare: a space, a comma cut by the box. */
const STROKE_MIN = 6

export function grayOf(raster: Raster): Gray {
  const width = Math.floor(raster.width / 2)
  const height = Math.floor(raster.height / 2)
  const values = new Float64Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) values[y * width + x] = computeLightness(raster, 2 * x, 2 * y)
  }
  return { width, height, values }
}

/**
 * How alike the strokes of one letter are, at the best place nearby: 1 the same, 0 unrelated (Pearson's correlation of
 * lightness, so that colour and ground do not count); null where the reference shows no strokes.
 */
export function computeLetterLikeness(reference: Gray, other: Gray, box: Box): number | null {
  const at = { x: Math.floor(box.x / 2), y: Math.floor(box.y / 2) }
  const size = { width: Math.ceil(box.width / 2) + 1, height: Math.ceil(box.height / 2) + 1 }
  const wanted = centreWindow(reference, at, size)
  if (wanted.deviation < STROKE_MIN) return null
  let best = 0
  for (let dy = -SHIFT_Y; dy <= SHIFT_Y; dy += 1) {
    for (let dx = -SHIFT_X; dx <= SHIFT_X; dx += 1) {
      best = Math.max(best, computeCorrelation(wanted, centreWindow(other, { x: at.x + dx, y: at.y + dy }, size)))
    }
  }
  return best
}

interface Window {
  /** Lightness less its mean. */
  values: Float64Array
  deviation: number
}

function centreWindow(gray: Gray, at: { x: number; y: number }, size: { width: number; height: number }): Window {
  const values = new Float64Array(size.width * size.height)
  let sum = 0
  for (let index = 0; index < values.length; index += 1) {
    const x = at.x + (index % size.width)
    const y = at.y + Math.floor(index / size.width)
    const isOn = x >= 0 && y >= 0 && x < gray.width && y < gray.height
    const value = isOn ? (gray.values[y * gray.width + x] ?? 255) : 255
    values[index] = value
    sum += value
  }
  const mean = sum / values.length
  let squares = 0
  for (let index = 0; index < values.length; index += 1) {
    const value = (values[index] ?? 0) - mean
    values[index] = value
    squares += value * value
  }
  return { values, deviation: Math.sqrt(squares / values.length) }
}

function computeCorrelation(a: Window, b: Window): number {
  if (a.deviation === 0 || b.deviation === 0) return 0
  let sum = 0
  for (let index = 0; index < a.values.length; index += 1) sum += (a.values[index] ?? 0) * (b.values[index] ?? 0)
  return sum / a.values.length / (a.deviation * b.deviation)
}

/** Mean of four pixels, green counting most as the eye has it. */
function computeLightness({ rgb, width }: Raster, x: number, y: number): number {
  let sum = 0
  for (const pixel of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
    sum += 0.3 * (rgb[pixel * 3] ?? 0) + 0.6 * (rgb[pixel * 3 + 1] ?? 0) + 0.1 * (rgb[pixel * 3 + 2] ?? 0)
  }
  return sum / 4
}
