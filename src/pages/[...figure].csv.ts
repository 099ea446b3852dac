import type { APIRoute } from 'astro'
import { csvOf } from '../charts/index.ts'
import { SITE } from '../views/current.ts'
import { listPageFigures } from '../views/page-figures.ts'

/** The data of each figure, beside its page: `/reports/2026-10/hours.csv`. One file for both languages. */
export function getStaticPaths() {
  return listPageFigures(SITE).flatMap((page) =>
    page.figures.map((spec) => ({ params: { figure: `${page.path.slice(1)}${spec.id}` }, props: { spec } })),
  )
}

export const GET: APIRoute = ({ props }) => new Response(csvOf(props.spec))
