import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../src/compose/site.ts'
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
}
