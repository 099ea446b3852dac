import type { FigureSpec } from '../charts/figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import { composeFigureId, figurePathOf } from './figure-id.ts'
import { listPageFigures } from './page-figures.ts'

/**
 * The figure whose picture a link to a page shows, by the path of the page: of a figure's own page itself, of a page with
 * figures its first, of a dataset the first that any page draws of it.
 */
export const mapLeadingFigures = memoisePerSite((site): ReadonlyMap<string, { id: string; spec: FigureSpec }> => {
  const leading = new Map<string, { id: string; spec: FigureSpec }>()
  for (const page of listPageFigures(site)) {
    for (const spec of page.figures) {
      const id = composeFigureId(page.path, spec)
      const paths = [figurePathOf(id), page.path, ...spec.sources.map(({ dataset }) => `/data/${dataset}/`)]
      for (const path of paths) if (!leading.has(path)) leading.set(path, { id, spec })
    }
  }
  return leading
})
