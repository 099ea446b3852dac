import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPlacesWithPages, type Site } from '../../src/compose/site.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import { pluralise } from '../../src/text/plural.ts'
import { embedPathOf } from '../../src/views/figure-id.ts'
import { InputError } from '../command/run-command.ts'

/**
 * Ids of figures that were given, that the built site no longer draws, and that `retiredFigures` of site.yaml does not explain;
 * figures of abolished places say so by themselves. What was given is read from the frames of the built site, which has those
 * of earlier releases, and of the site `before` that it is to replace: a figure that was renamed is in that alone. Throws
 * InputError where `retiredFigures` names a figure that is still drawn, or leads to one that is not.
 */
export function checkRetiredFigures(site: Site, next: string, before: string): string[] {
  const retired = site.settings.retiredFigures ?? []
  for (const { id, to } of retired) {
    if (isDrawn(next, id)) {
      throw new InputError({
        zh: `content/site.yaml › retiredFigures：图${id}仍在制作。请删去这一项。`,
        en: `content/site.yaml › retiredFigures: the figure ${id} is still made. Take it out of the list.`,
      })
    }
    if (to !== undefined && !isDrawn(next, to)) {
      throw new InputError({
        zh: `content/site.yaml › retiredFigures：${id}指向图${to}，但网站没有这张图。`,
        en: `content/site.yaml › retiredFigures: ${id} leads to the figure ${to}, which the site does not have.`,
      })
    }
  }
  const explained = new Set(retired.map(({ id }) => id))
  const served = new Set(listPlacesWithPages(site))
  const abolished = site.places.all.filter((place) => !served.has(place)).map(({ code }) => `places-${code}-`)
  return [...new Set([next, before].flatMap(listFrames))]
    .filter((id) => !isDrawn(next, id) && !explained.has(id) && !abolished.some((start) => id.startsWith(start)))
    .toSorted()
}

/** What the build says of such figures, behind the number of pages; '' where there are none. */
export function describeUnexplained(ids: readonly string[]): LocalText {
  if (ids.length === 0) return { zh: '', en: '' }
  const some = ids.slice(0, NAMED_MAX)
  const isMore = ids.length > some.length
  return {
    zh: `；有${ids.length}张图不再制作，content/site.yaml的retiredFigures没有说明：${some.join('、')}${isMore ? '等' : ''}`,
    en: `; ${pluralise(ids.length, 'figure')} no longer made and not explained in retiredFigures of content/site.yaml: ${some.join(', ')}${isMore ? ' and others' : ''}`,
  }
}

const NAMED_MAX = 5

/** Ids of the figures that a site has frames of; a site without a single figure, and one that is not there, has none. */
function listFrames(folder: string): string[] {
  const frames = join(folder, 'embed')
  return existsSync(frames) ? readdirSync(frames) : []
}

/** A frame without a picture is that of a figure that is no longer made, see `listEmbedPages`. */
function isDrawn(next: string, id: string): boolean {
  const page = join(next, embedPathOf(id), 'index.html')
  return existsSync(page) && readFileSync(page, 'utf8').includes('<svg')
}
