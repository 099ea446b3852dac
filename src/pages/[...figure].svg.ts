import type { APIRoute } from 'astro'
import { SITE } from '../views/current.ts'
import { standaloneOf } from '../views/drawings.ts'
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

export const GET: APIRoute = ({ props }) => new Response(standaloneOf(props.path, props.spec, props.lang))
