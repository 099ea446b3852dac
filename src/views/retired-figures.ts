import type { FigureSpec } from '../charts/figure.ts'
import type { Site } from '../compose/site.ts'
import type { Settings } from '../portal/settings.ts'
import { formatDay } from '../text/format.ts'
import type { LocalText } from '../text/local-text.ts'
import { localise, t } from '../text/ui.ts'
import { embedPathOf, figurePathOf } from './figure-id.ts'
import { type FigureRevision, findNewestRevision, type KnownFigure, listKnownFigures } from './figure-revisions.ts'
import { nameRevision } from './revision-name.ts'

/** A figure that is no longer made; its addresses say so. Its frame has no picture, by which the build finds it. */
interface RetiredFigure {
  id: string
  title: LocalText
  /** Since when and why, without a full stop. */
  says: LocalText
  /** What took its place, its last revision, its data: at least one. */
  links: { label: LocalText; path: string }[]
}

type Named = NonNullable<Settings['retiredFigures']>[number]

/** Figures that site.yaml names as retired, and those that an earlier release gave and the newest does not. */
export function listRetiredFigures(site: Site): RetiredFigure[] {
  const known = listKnownFigures(site)
  const named = new Map((site.settings.retiredFigures ?? []).map((item) => [item.id, item]))
  const gone = [...known.values()].filter(({ spec }) => spec === null)
  const ids = new Set([...named.keys(), ...gone.map(({ id }) => id)])
  return [...ids].map((id) => describeRetired(id, named.get(id), known))
}

function describeRetired(id: string, named: Named | undefined, known: ReadonlyMap<string, KnownFigure>): RetiredFigure {
  const figure = known.get(id)
  const last = figure ? findNewestRevision(figure) : null
  const successor = named?.to === undefined ? null : (known.get(named.to) ?? null)
  const dataset = last?.spec?.sources[0]
  return {
    id,
    title: named?.title ?? last?.spec?.title ?? figure?.page.title ?? { zh: id, en: id },
    says: named ? describeNamed(named) : { zh: '不再制作', en: 'No longer made' },
    links: [
      ...(successor?.spec ? [{ label: successor.spec.title, path: figurePathOf(successor.id) }] : []),
      ...(last?.spec ? [linkToLast(id, last.spec, last)] : []),
      dataset
        ? { label: dataset.title, path: `/data/${dataset.dataset}/` }
        : { label: localise((lang) => t(lang, 'data')), path: '/data/' },
    ],
  }
}

function describeNamed({ on, because }: Named): LocalText {
  return localise((lang) => {
    const why = because?.[lang].replace(/[。.]$/, '')
    const day = formatDay(on, lang)
    if (lang === 'zh') return `自${day}起不再制作${why ? `：${why}` : ''}`
    return `No longer made since ${day}${why ? `: ${why}` : ''}`
  })
}

function linkToLast(id: string, { title }: FigureSpec, last: FigureRevision): { label: LocalText; path: string } {
  const name = nameRevision(last)
  return {
    label: { zh: `${title.zh}，${name.zh}`, en: `${title.en}, ${name.en}` },
    path: embedPathOf(id, last.release.release),
  }
}
