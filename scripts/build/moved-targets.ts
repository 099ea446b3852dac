import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
import { listKnownFigures } from '../../src/views/figure-revisions.ts'
import { InputError } from '../command/run-command.ts'

/**
 * Throws InputError where an old address leads to no page: it may lead to any, so that a slip shows itself only once the pages
 * are there.
 */
export function requireMovedTargets(site: Site, next: string): void {
  for (const { from, to } of site.settings.moved ?? []) {
    if (existsSync(join(next, to, 'index.html'))) continue
    throw new InputError({
      zh: `content/site.yaml › moved：${from}指向${to}，但网站没有这一页。`,
      en: `content/site.yaml › moved: ${from} leads to ${to}, which the site does not have.`,
    })
  }
  requireRetired(site)
}

/** A retired figure is made no more, and what took its place is made. */
function requireRetired(site: Site): void {
  for (const { id, to } of site.settings.retiredFigures ?? []) {
    const isMade = (figure: string) => (listKnownFigures(site).get(figure)?.spec ?? null) !== null
    if (isMade(id)) {
      throw new InputError({
        zh: `content/site.yaml › retiredFigures：图${id}仍在制作。请删去这一项。`,
        en: `content/site.yaml › retiredFigures: the figure ${id} is still made. Take it out of the list.`,
      })
    }
    if (to !== undefined && !isMade(to)) {
      throw new InputError({
        zh: `content/site.yaml › retiredFigures：${id}指向图${to}，但网站没有这张图。`,
        en: `content/site.yaml › retiredFigures: ${id} leads to the figure ${to}, which the site does not have.`,
      })
    }
  }
}
