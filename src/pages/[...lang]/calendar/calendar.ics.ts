import type { APIRoute } from 'astro'
import type { Lang } from '../../../text/local-text.ts'
import { renderCalendar } from '../../../views/calendar-file.ts'
import { buildCalendar } from '../../../views/calendar-page.ts'
import { BASE, SITE } from '../../../views/current.ts'
import { listLanguagePaths } from '../../../views/languages.ts'

/** A calendar needs one event at least (RFC 5545, 3.6): a portal without due days has none. */
export function getStaticPaths() {
  return buildCalendar(SITE).hasFile ? listLanguagePaths() : []
}

export const GET: APIRoute<{ lang: Lang }> = ({ props }) =>
  new Response(renderCalendar(SITE, props.lang, BASE), { headers: { 'content-type': 'text/calendar; charset=utf-8' } })
