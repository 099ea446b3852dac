import type { Figure, FigureSpec } from '../charts/figure.ts'
import { drawFigure, drawPicture, renderStandaloneSvg } from '../charts/index.ts'
import { openKeptTexts } from '../store/kept-texts.ts'
import type { Lang } from '../text/local-text.ts'

/** By language, page and figure, for a figure's id is unique on its page: `zh /reports/2026-10/ hours`. */
const DRAWN = new Map<string, Figure>()

/** Pictures of earlier builds. The build names a folder for this state of the code; `astro dev` keeps nothing. */
const KEPT = openKeptTexts(process.env.MINGGE_DRAWINGS)

/** A figure of a page, drawn once a build: the page shows it and the picture file beside the page holds it. */
export function drawingOf(path: string, spec: FigureSpec, lang: Lang): Figure {
  const name = `${lang} ${path} ${spec.id}`
  const known = DRAWN.get(name)
  if (known) return known
  const figure = drawFigure(spec, lang, (drawn, options) =>
    KEPT.recall(['picture', drawn, options], () => drawPicture(drawn, options)),
  )
  DRAWN.set(name, figure)
  return figure
}

/** The same figure as a file of its own, with the words that say at its foot where it is from. */
export function standaloneOf(
  path: string,
  spec: FigureSpec,
  { lang, imprint }: { lang: Lang; imprint: string },
): string {
  const figure = drawingOf(path, spec, lang)
  return KEPT.recall(['standalone', figure, imprint], () => renderStandaloneSvg(figure, 'wide', imprint))
}
