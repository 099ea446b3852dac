import type { Figure, FigureSpec } from '../charts/figure.ts'
import { drawFigure } from '../charts/index.ts'
import type { Lang } from '../text/local-text.ts'

/** By language, page and figure, for a figure's id is unique on its page: `zh /reports/2026-10/ hours`. */
const DRAWN = new Map<string, Figure>()

/** A figure of a page, drawn once a build: the page shows it and the picture file beside the page holds it. */
export function drawingOf(path: string, spec: FigureSpec, lang: Lang): Figure {
  const name = `${lang} ${path} ${spec.id}`
  const known = DRAWN.get(name)
  if (known) return known
  const figure = drawFigure(spec, lang)
  DRAWN.set(name, figure)
  return figure
}
