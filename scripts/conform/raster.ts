/** Pixels of a picture on white, row by row, three bytes each: red, green, blue. */
export interface Raster {
  width: number
  height: number
  rgb: Uint8Array
}

/** In pixels; may be fractional. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Rgb = readonly [number, number, number]

/** True where the pixel, or one of the eight around it, has the colour, give or take `tolerance` in each channel. */
export function hasColorNear(raster: Raster, index: number, color: Rgb, tolerance: number): boolean {
  return (
    hasColor(raster, index, color, tolerance) ||
    listAround(raster, index).some((near) => hasColor(raster, near, color, tolerance))
  )
}

export function hasColor({ rgb }: Raster, index: number, color: Rgb, tolerance: number): boolean {
  return color.every((value, channel) => Math.abs((rgb[index * 3 + channel] ?? 0) - value) <= tolerance)
}

/**
 * True where the pixel of one picture lies, in each channel, between the darkest and the lightest of the nine around the
 * same place in another picture of the same size, give or take `tolerance`: edges may be softer and a pixel off.
 */
export function isBetweenNear(raster: Raster, index: number, other: Raster, tolerance: number): boolean {
  for (const channel of [0, 1, 2]) {
    const value = raster.rgb[index * 3 + channel] ?? 0
    if (Math.abs(value - (other.rgb[index * 3 + channel] ?? 0)) <= tolerance) continue
    const near = listAround(other, index).map((place) => other.rgb[place * 3 + channel] ?? 0)
    if (value < Math.min(...near) - tolerance || value > Math.max(...near) + tolerance) return false
  }
  return true
}

/** The same picture on a sheet of another size: cut, or continued in white. */
export function fitTo({ width, height }: { width: number; height: number }, raster: Raster): Raster {
  if (raster.width === width && raster.height === height) return raster
  const rgb = new Uint8Array(width * height * 3).fill(255)
  const kept = Math.min(width, raster.width) * 3
  for (let y = 0; y < Math.min(height, raster.height); y += 1) {
    const start = y * raster.width * 3
    rgb.set(raster.rgb.subarray(start, start + kept), y * width * 3)
  }
  return { width, height, rgb }
}

/** The indices of all pixels in a box, as far as it lies on the sheet. */
export function* listPixels(box: Box, { width, height }: { width: number; height: number }): Generator<number> {
  const right = Math.min(width, Math.ceil(box.x + box.width))
  const bottom = Math.min(height, Math.ceil(box.y + box.height))
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += 1) yield y * width + x
  }
}

/** The box with a margin on each side, in pixels. */
export function widen(box: Box, margin: number): Box {
  return { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin }
}

/** The nine indices around a pixel. At the edge of a row the neighbour is of the next row, which is paper as well. */
function listAround({ width, height }: Raster, index: number): number[] {
  const rows = [index - width, index, index + width].filter((place) => place >= 0 && place < width * height)
  return rows.flatMap((place) => [place - 1, place, place + 1])
}
