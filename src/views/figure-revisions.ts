import { comparePeriods } from '../calendar/period.ts'
import type { FigureSpec } from '../charts/figure.ts'
import { memoisePerSite } from '../compose/once.ts'
import { recallSite } from '../compose/recall-site.ts'
import type { Site } from '../compose/site.ts'
import type { SourceRef } from '../measure/series.ts'
import type { PublishedFile, Release } from '../store/published-tables.ts'
import type { LostFile } from '../store/recall-release.ts'
import type { LocalText } from '../text/local-text.ts'
import { composeFigureId, figurePathOf } from './figure-id.ts'
import { listPageFigures } from './page-figures.ts'

/** A figure with an address of its own, and what became of it from release to release. */
export interface KnownFigure {
  id: string
  /** Page that holds it, or held it. */
  page: { path: string; title: LocalText }
  /** As it is today; null where it is no longer made. */
  spec: FigureSpec | null
  /** Ascending; at least one. */
  revisions: FigureRevision[]
}

/** A figure from the release that changed it to the next that does. */
export interface FigureRevision {
  /** Counted from 1. */
  revision: number
  release: Release
  /** Null where it cannot be drawn any more. */
  spec: FigureSpec | null
  /** The release that took its figures out, where that is why. */
  withdrawn: Release | null
}

/**
 * Every figure that any release gave, by its id. Each release is drawn again from its own files, which are kept; where two
 * releases give the same figure, they are one revision. Throws where two figures would have one address.
 */
export const listKnownFigures = memoisePerSite((site): ReadonlyMap<string, KnownFigure> => {
  const today = gatherFigures(site)
  const known = new Map<string, KnownFigure>()
  for (const release of site.published.releases) {
    const isNewest = release === site.published.releases.at(-1)
    const { figures, lost } = isNewest ? { figures: today, lost: [] } : recallFigures(site, release)
    for (const [id, figure] of new Map([...today, ...figures])) {
      const isShown = (file: PublishedFile) => isShownBy(figure.spec, today.get(id)?.spec ?? figure.spec, file)
      const gone = lost.find(({ file }) => isShown(file))
      const spec = figures.has(id) && !gone ? figure.spec : null
      if (!gone && !spec) continue
      const revisions = known.get(id)?.revisions ?? []
      known.set(id, { id, page: figure.page, spec: today.get(id)?.spec ?? null, revisions })
      const last = revisions.at(-1)
      const isSame = spec ? JSON.stringify(last?.spec) === JSON.stringify(spec) : !release.files.some(isShown)
      if (last && isSame) continue
      revisions.push({ revision: revisions.length + 1, release, spec, withdrawn: gone?.withdrawn ?? null })
    }
  }
  return known
})

export function findNewestRevision({ id, revisions }: KnownFigure): FigureRevision {
  const newest = revisions.at(-1)
  if (!newest) throw new Error(`views: no release holds the figure ${id}`)
  return newest
}

interface PlacedFigure {
  page: KnownFigure['page']
  spec: FigureSpec
}

function gatherFigures(site: Site): Map<string, PlacedFigure> {
  const figures = new Map<string, PlacedFigure>()
  for (const { path, title, figures: specs } of listPageFigures(site)) {
    for (const spec of specs) {
      const id = composeFigureId(path, spec)
      if (figures.has(id)) throw new Error(`views: two figures have the address ${figurePathOf(id)}`)
      figures.set(id, { page: { path, title }, spec })
    }
  }
  return figures
}

function recallFigures(site: Site, { release }: Release): { figures: Map<string, PlacedFigure>; lost: LostFile[] } {
  const recalled = recallSite(site, release)
  const isEmpty = recalled.site.published.tables.size === 0
  return { figures: isEmpty ? new Map() : gatherFigures(recalled.site), lost: recalled.lost }
}

/**
 * True where a figure shows a file, or would: of a figure that follows the newest period, `then` shows the period before where
 * the file is lost.
 */
function isShownBy(
  then: FigureSpec,
  today: FigureSpec,
  { dataset, table, period }: Pick<PublishedFile, 'dataset' | 'table' | 'period'>,
): boolean {
  const isOfTable = (source: SourceRef) => source.dataset === dataset && source.table === table
  const untilToday = today.sources.filter(isOfTable).map(({ to }) => to)
  return then.sources
    .filter(isOfTable)
    .some(
      ({ from, to }) =>
        comparePeriods(from, period) <= 0 && [to, ...untilToday].some((end) => comparePeriods(period, end) <= 0),
    )
}
