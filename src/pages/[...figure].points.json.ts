import type { APIRoute } from 'astro'
import { LANGS } from '../text/local-text.ts'
import { SITE } from '../views/current.ts'
import { listMadeFigures } from '../views/figure-page.ts'
import { composeFigurePoints } from '../views/figure-points.ts'

/** Where the values of each figure are in its pictures, fetched by who walks them: `/en/reports/2026-10/hours.points.json`. */
export function getStaticPaths() {
  return listMadeFigures(SITE).flatMap(({ page, spec }) =>
    LANGS.map((lang) => ({
      params: { figure: `${lang === 'en' ? 'en/' : ''}${page.path.slice(1)}${spec.id}` },
      props: { spec, lang },
    })),
  )
}

export const GET: APIRoute = ({ props: { spec, lang } }) => Response.json(composeFigurePoints(spec, lang))
