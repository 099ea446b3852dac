import { createRequire } from 'node:module'

/** An SVG as PNG, so many pixels wide. */
type Rasterise = (svg: string, width: number) => Uint8Array

interface Resvg {
  new (svg: string, options: object): { render(): { asPng(): Uint8Array } }
}

/**
 * Opens resvg by the path of its file: it is native, may be missing on a machine, and is not to be bundled. It draws with the
 * fonts that the machine has, without a word where a letter is in none of them.
 */
export function openRasteriser(program: string): Rasterise {
  const { Resvg } = createRequire(program)(program) as { Resvg: Resvg } // A package without types of its own here.
  return (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()
}
