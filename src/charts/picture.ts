import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Lang } from '../text/local-text.ts'
import { canvasOf, type Variant } from './canvas.ts'
import type { FigureSpec } from './figure.ts'
import { finishSvg } from './finish.ts'
import { kindOf } from './kind-of.ts'
import { plotMarks } from './marks.ts'

// One document for the whole process: a new document for each chart costs more than the chart.
const { document } = parseHTML('<!doctype html><html><body></body></html>')

interface PictureOptions {
  lang: Lang
  variant: Variant
  /** The generated sentence; becomes the picture's description. */
  summary: string
}

/**
 * One variant of a figure as an SVG string. Kinds of charts place their parts themselves, and Plot draws them. With Plot's
 * own scales, bands and stack the Likert chart was tried (2026-11-30): 66 lines for the 51 that they replace, and bars of
 * the same proportions, since Plot places parts only while it draws: whether words fit their bar, and a stack about its
 * middle, then take an initializer and an offset of our own. `nice().ticks()` of d3 chooses other ticks than `scaleOf` in 22 %
 * of random cases. d3 is a dependency of Plot and comes whole with it; only `scale.ts` uses it otherwise.
 */
export function drawPicture(spec: FigureSpec, { lang, variant, summary }: PictureOptions): string {
  const canvas = canvasOf(variant, lang)
  const { height, marks } = kindOf(spec).draw(spec, canvas)
  const plotted = Plot.plot({
    document,
    width: canvas.width,
    height,
    margin: 0,
    axis: null,
    x: { type: 'identity' },
    y: { type: 'identity' },
    r: { type: 'identity' },
    length: { type: 'identity' },
    marks: plotMarks(marks),
  })
  const id = `${spec.id}-${variant === 'wide' ? 'w' : 'n'}`
  return finishSvg(plotted, { id, title: spec.title[lang], description: summary, width: canvas.width, height })
}
