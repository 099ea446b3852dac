import { createRequire } from 'node:module'

/** An SVG as PNG, pixel for unit. */
type Rasterise = (svg: string) => Promise<Uint8Array>

type Sharp = (image: Uint8Array) => Record<'png', () => { toBuffer(): Promise<Uint8Array> }> & {
  trim(): { toBuffer(options: { resolveWithObject: true }): Promise<{ info: Ink }> }
}

/** Where a picture is drawn on: width, height and place of the rectangle, in pixels. */
interface Ink {
  width: number
  height: number
  trimOffsetLeft: number
  trimOffsetTop: number
}

/**
 * Opens sharp by the path of its file: it is native, may be missing on a machine, and is not to be bundled. Its librsvg draws
 * with the fonts that fontconfig finds, without a word where a letter is in none of them; it takes 30 ms for a figure, for which
 * resvg, which reads a Chinese font again for each text, took a second.
 */
export function openRasteriser(program: string): Rasterise {
  const sharp = loadSharp(program)
  return async (svg) => sharp(new TextEncoder().encode(svg)).png().toBuffer()
}

/** Whether a character is drawn as one that no font has: boxes around other digits have the same outline, and so has nothing. */
export async function isWithoutGlyph(program: string, character: string): Promise<boolean> {
  const sharp = loadSharp(program)
  const measure = async (text: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text x="20" y="70" font-size="48">${text}</text></svg>`
    const { info } = await sharp(new TextEncoder().encode(svg)).trim().toBuffer({ resolveWithObject: true })
    return [info.width, info.height, info.trimOffsetLeft, info.trimOffsetTop].join(' ')
  }
  return (await measure(character)) === (await measure(NO_CHARACTER))
}

/** U+FDD0 is no character, and so in no font. */
const NO_CHARACTER = '\u{fdd0}'

function loadSharp(program: string): Sharp {
  return createRequire(program)(program) as Sharp // A package without types here.
}
