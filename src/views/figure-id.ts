import type { FigureSpec } from '../charts/figure.ts'

/**
 * Id of a figure over the whole site: room and page, dataset, declared figure; never of a title, which may be edited:
 * (`/reports/2026-10/`, hours of `cases`) → `reports-2026-10-cases-hours`. It is in addresses, so it must not change.
 */
export function composeFigureId(path: string, { id, sources }: Pick<FigureSpec, 'id' | 'sources'>): string {
  const room = path === '/' ? 'home' : path.slice(1, -1).replaceAll('/', '-')
  const subject = sources[0]?.dataset
  const own = subject === undefined || id.startsWith(`${subject}-`) ? id : `${subject}-${id}`
  return `${room}-${own}`.toLowerCase()
}

/** Page of a figure: what it shows, how to cite it and to embed it. */
export function figurePathOf(id: string): string {
  return `/f/${id}/`
}

/** A figure alone, for other people’s pages: the newest figures, or those of a release, which stay: `/embed/<id>/8/`. */
export function embedPathOf(id: string, release?: number): string {
  return release === undefined ? `/embed/${id}/` : `/embed/${id}/${release}/`
}
