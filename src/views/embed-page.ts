import type { FigureSpec } from '../charts/figure.ts'
import { isDemonstration, type Site } from '../compose/site.ts'
import { describeRelease } from '../compose/withdrawal-words.ts'
import type { LocalText } from '../text/local-text.ts'
import { embedPathOf } from './figure-id.ts'
import { type FigureRevision, findNewestRevision, type KnownFigure, listKnownFigures } from './figure-revisions.ts'
import { listRetiredFigures } from './retired-figures.ts'
import { nameRevision } from './revision-name.ts'
import { listNotices } from './revisions.ts'

/** A page with one figure for other people’s pages. */
interface EmbedPage {
  /** `reports-2026-10-cases-hours` with the newest figures, `reports-2026-10-cases-hours/8` with those of release 8. */
  id: string
  /** Id of the figure. */
  figure: string
  title: LocalText
  /** What it shows, and by what its drawing is known, see `drawingOf`; null where nothing can be drawn. */
  shown: { spec: FigureSpec; drawing: string; isInvented: boolean } | null
  /** Which revision it is, or what became of the figure. */
  says: LocalText
  /** True where periods that it shows were corrected or taken out. */
  isRevised: boolean
}

/** Each figure with its newest figures, and each of its revisions, which stays as it is; then figures that are no longer made. */
export function listEmbedPages(site: Site): EmbedPage[] {
  const known = [...listKnownFigures(site).values()]
  const retired = listRetiredFigures(site).map(({ id, title, says }) => ({ ...NOTHING, id, figure: id, title, says }))
  return [
    ...known.flatMap((figure) => (figure.spec === null ? [] : [describeLive(site, figure, figure.spec)])),
    ...known.flatMap((figure) => figure.revisions.map((revision) => describeFixed(site, figure, revision))),
    ...retired,
  ]
}

const NOTHING = { shown: null, isRevised: false }

function describeLive(site: Site, figure: KnownFigure, spec: FigureSpec): EmbedPage {
  return {
    id: figure.id,
    figure: figure.id,
    title: spec.title,
    shown: { spec, drawing: figure.page.path, isInvented: isInvented(site, spec) },
    says: nameRevision(findNewestRevision(figure)),
    isRevised: listNotices(site, spec.sources).length > 0,
  }
}

/** A fixed figure says which it is, and that there are newer figures. */
function describeFixed(site: Site, figure: KnownFigure, revision: FigureRevision): EmbedPage {
  const newest = findNewestRevision(figure)
  const path = embedPathOf(figure.id, revision.release.release)
  const own = nameRevision(revision)
  const page = { id: path.slice('/embed/'.length, -1), figure: figure.id, isRevised: false }
  const { spec } = revision
  if (spec === null) {
    return { ...page, title: figure.spec?.title ?? figure.page.title, shown: null, says: describeLost(revision) }
  }
  const newer = nameRevision(newest)
  return {
    ...page,
    title: spec.title,
    // The newest revision is drawn for its page.
    shown: {
      spec,
      drawing: figure.spec !== null && revision === newest ? figure.page.path : path,
      isInvented: isInvented(site, spec),
    },
    says:
      revision === newest
        ? { zh: `${own.zh}，数字不再变动`, en: `${own.en}; these figures do not change` }
        : { zh: `${own.zh}；此后有${newer.zh}`, en: `${own.en}; since then: ${newer.en}` },
  }
}

function isInvented(site: Site, { sources }: FigureSpec): boolean {
  return sources.some(({ dataset }) => isDemonstration(site, dataset))
}

/** Why a revision cannot be drawn any more. */
function describeLost(revision: FigureRevision): LocalText {
  const own = nameRevision(revision)
  const { withdrawn } = revision
  if (withdrawn) {
    const when = describeRelease(withdrawn)
    return { zh: `${own.zh}${when.zh}`, en: `${own.en}: ${when.en}` }
  }
  return {
    zh: `${own.zh}：此后数据表的列有变动，图不再画出；当时的文件没有改动，仍可下载`,
    en: `${own.en}: the columns of the table have changed since, and it is no longer drawn; its files are unchanged and can be downloaded`,
  }
}
