import type { APIRoute } from 'astro'
import { BASE, SITE } from '../views/current.ts'
import { standaloneOf } from '../views/drawings.ts'
import { composeImprint } from '../views/imprint.ts'
import { listPageFigures } from '../views/page-figures.ts'

/** The picture of each figure as a file of its own, in each language: `/en/reports/2026-10/hours.svg`. */
export function getStaticPaths() {
  return listPageFigures(SITE).flatMap((page) =>
    page.figures.flatMap((spec) => [
      { params: { figure: `${page.path.slice(1)}${spec.id}` }, props: { path: page.path, spec, lang: 'zh' } },
      { params: { figure: `en${page.path}${spec.id}` }, props: { path: page.path, spec, lang: 'en' } },
    ]),
  )
}

export const GET: APIRoute = ({ props: { path, spec, lang } }) =>
  new Response(standaloneOf(path, spec, { lang, imprint: composeImprint(SITE, { path, spec, lang, base: BASE }) }))
