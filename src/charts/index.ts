import type { Lang } from '../text/local-text.ts'
import type { Figure, FigureSpec } from './figure.ts'
import { tableOf } from './figure-table.ts'
import { drawPicture } from './picture.ts'
import { summarise } from './summary.ts'

export { csvOf } from './figure-csv.ts'
export { drawPicture } from './picture.ts'
export { renderShareSvg } from './share.ts'
export { renderStandaloneSvg } from './standalone.ts'

/** Most bytes of one variant after gzip, title and sentence included; tests hold every kind to it. */
export const GZIP_BYTES_MAX = 1300

/**
 * One figure in one language: two pictures, the table and the sentence, all from one spec. `draw` may remember a picture
 * that it has drawn before.
 */
export function drawFigure(spec: FigureSpec, lang: Lang, draw: typeof drawPicture = drawPicture): Figure {
  if (!/^[a-z0-9-]+$/i.test(spec.id)) throw new Error(`invalid figure id: ${spec.id}`)
  const summary = summarise(spec, lang)
  return {
    spec,
    lang,
    wide: draw(spec, { lang, variant: 'wide', summary }),
    narrow: draw(spec, { lang, variant: 'narrow', summary }),
    table: tableOf(spec),
    summary,
  }
}
