/** A colour as a workbook names it: RGB, or a place in the theme or in the old palette. */
export interface Colour {
  rgb?: string
  theme?: number
  index?: number
  /** Lightens (up to 1) or darkens (down to -1) the colour. */
  tint?: number
  auto?: boolean
}

export interface Font {
  strike?: number | boolean
  /** In points. */
  sz?: number
  color?: Colour
}

export interface Fill {
  patternType?: string
  fgColor?: Colour
}

/** Text of the colour of its ground, or too small to be seen. An unknown colour is taken to be visible. */
export function isUnseen(font: Font, fill: Fill | undefined): boolean {
  if (font.sz !== undefined && font.sz < SIZE_SEEN_MIN) return true
  const ink = resolve(font.color)
  const ground = groundOf(fill)
  if (ink === null || ground === null) return false
  return ink.every((channel, index) => Math.abs(channel - (ground[index] ?? 0)) <= DISTANCE_UNSEEN_MAX)
}

/** In points: a font of one point is a line of dust. */
const SIZE_SEEN_MIN = 2
/** Of 255, in each channel: F2F2F2 on white cannot be read. */
const DISTANCE_UNSEEN_MAX = 24
const WHITE = [255, 255, 255]

function groundOf(fill: Fill | undefined): number[] | null {
  if (fill?.patternType === undefined || fill.patternType === 'none') return WHITE
  return fill.patternType === 'solid' ? resolve(fill.fgColor) : null
}

function resolve(colour: Colour | undefined): number[] | null {
  const hex = colour?.rgb ?? THEME[colour?.theme ?? -1] ?? PALETTE[colour?.index ?? -1]
  if (hex === undefined || !/^[\da-f]{6}$/i.test(hex)) return null
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const { tint = 0 } = colour?.rgb === undefined ? (colour ?? {}) : {}
  return channels.map((channel) => (tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint))
}

/** Background and text of a theme; its other colours are seen on either. */
const THEME: readonly string[] = ['FFFFFF', '000000']
/** Black and white of the old palette, and of the window. */
const PALETTE: Readonly<Record<number, string>> = {
  0: '000000',
  1: 'FFFFFF',
  8: '000000',
  9: 'FFFFFF',
  64: '000000',
  65: 'FFFFFF',
}
