import type { FigureSpec } from '../charts/figure.ts'
import { summarise } from '../charts/summary.ts'
import { isDemonstration, publisherOf, type Site } from '../compose/site.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { findFullAddress } from './address.ts'
import type { CitedWork } from './citation.ts'
import { embedPathOf, figurePathOf } from './figure-id.ts'
import { type FigureRevision, findNewestRevision, type KnownFigure, listKnownFigures } from './figure-revisions.ts'
import type { Frame } from './page-frame.ts'
import { nameRevision } from './revision-name.ts'

/** A figure that is made today. */
export interface MadeFigure extends KnownFigure {
  spec: FigureSpec
}

/** Every figure that is made today, each of which has a page of its own. */
export function listMadeFigures(site: Site): MadeFigure[] {
  return [...listKnownFigures(site).values()].flatMap((figure) =>
    figure.spec === null ? [] : [{ ...figure, spec: figure.spec }],
  )
}

export function buildFigureFrame(site: Site, { id, page, spec }: MadeFigure): Frame {
  return {
    path: figurePathOf(id),
    // Two pages may hold the same figure.
    title: localise((lang) => {
      const held = page.path === '/' ? t(lang, 'home') : page.title[lang]
      return lang === 'zh' ? `${spec.title.zh}（${held}）` : `${spec.title.en} (${held})`
    }),
    crumb: spec.title,
    description: localise((lang) => summarise(spec, lang)),
    crumbs: page.path === '/' ? [] : [{ label: page.title, path: page.path }],
    room: null,
    real: spec.sources.every(({ dataset }) => !isDemonstration(site, dataset)),
    search: null,
  }
}

/** A figure as its newest revision has it, by the address that is its own. */
export function describeCitedFigure(site: Site, figure: MadeFigure, base: string): CitedWork {
  const { release } = findNewestRevision(figure)
  const { id, spec } = figure
  return {
    key: id,
    kind: 'figure',
    title: localise((lang) => `${spec.title[lang]}${lang === 'zh' ? `（${spec.period.zh}）` : ` (${spec.period.en})`}`),
    author: publisherOf(site, spec.sources[0]?.dataset ?? ''),
    issued: release.date,
    release: release.release,
    address: findFullAddress(site, base, figurePathOf(id)),
  }
}

/** Editions whose figure can be drawn or not, the newest first, with the address at which each stays. */
export function listRevisionLinks(figure: KnownFigure): [RevisionLink, ...RevisionLink[]] {
  const linkTo = (revision: FigureRevision) => ({
    name: nameRevision(revision),
    path: embedPathOf(figure.id, revision.release.release),
  })
  return [linkTo(findNewestRevision(figure)), ...figure.revisions.slice(0, -1).toReversed().map(linkTo)]
}

interface RevisionLink {
  name: LocalText
  path: string
}
