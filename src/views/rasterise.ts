import { createRequire } from 'node:module'

/** An SVG as PNG, pixel for unit. */
type Rasterise = (svg: string) => Promise<Uint8Array>

type Sharp = (svg: Uint8Array) => Record<'png', () => Record<'toBuffer', () => Promise<Uint8Array>>>

/**
 * Opens sharp by the path of its file: it is native, may be missing on a machine, and is not to be bundled. Its librsvg draws
 * with the fonts that fontconfig finds, without a word where a letter is in none of them; it takes 30 ms for a figure, for which
 * resvg, which reads a Chinese font again for each text, took a second.
 */
export function openRasteriser(program: string): Rasterise {
  const sharp = createRequire(program)(program) as Sharp // A package without types here.
  return async (svg) => sharp(new TextEncoder().encode(svg)).png().toBuffer()
}
