import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Lang } from '../text/local-text.ts'
import { type Canvas, canvasOf, type Drawing, type Variant } from './canvas.ts'
import { drawDwell } from './dwell/draw-dwell.ts'
import type { FigureSpec } from './figure.ts'
import { finishSvg } from './finish.ts'
import { drawFunnel } from './funnel/draw-funnel.ts'
import { drawHeat } from './heat/draw-heat.ts'
import { drawInterval } from './interval/draw-interval.ts'
import { drawLikert } from './likert/draw-likert.ts'
import { drawLine } from './line/draw-line.ts'
import { plotMarks } from './marks.ts'
import { drawMultiples } from './multiples/draw-multiples.ts'
import { drawPyramid } from './pyramid/draw-pyramid.ts'
import { drawStacked } from './stacked/draw-stacked.ts'
import { drawTiles } from './tiles/draw-tiles.ts'

// One document for the whole process: a new one for each chart costs more than the chart.
const { document } = parseHTML('<!doctype html><html><body></body></html>')

export interface PictureOptions {
  lang: Lang
  variant: Variant
  /** The generated sentence; becomes the picture's description. */
  summary: string
}

/** One variant of a figure as an SVG string. */
export function drawPicture(spec: FigureSpec, { lang, variant, summary }: PictureOptions): string {
  const canvas = canvasOf(variant, lang)
  const { height, marks } = draw(spec, canvas)
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

function draw(spec: FigureSpec, canvas: Canvas): Drawing {
  switch (spec.kind) {
    case 'line':
      return drawLine(spec, canvas)
    case 'pyramid':
      return drawPyramid(spec, canvas)
    case 'stacked':
      return drawStacked(spec, canvas)
    case 'funnel':
      return drawFunnel(spec, canvas)
    case 'dwell':
      return drawDwell(spec, canvas)
    case 'likert':
      return drawLikert(spec, canvas)
    case 'tiles':
      return drawTiles(spec, canvas)
    case 'heat':
      return drawHeat(spec, canvas)
    case 'multiples':
      return drawMultiples(spec, canvas)
    case 'interval':
      return drawInterval(spec, canvas)
  }
}
