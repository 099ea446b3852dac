import type { APIRoute } from 'astro'
import { LANGS } from '../text/local-text.ts'
import { BASE, SITE } from '../views/current.ts'
import { standaloneOf } from '../views/drawings.ts'
import { listMadeFigures } from '../views/figure-page.ts'
import { composeImprint } from '../views/imprint.ts'

/** The picture of each figure as a file of its own, in each language: `/en/reports/2026-10/hours.svg`. */
export function getStaticPaths() {
  return listMadeFigures(SITE).flatMap((figure) =>
    LANGS.map((lang) => ({
      params: { figure: `${lang === 'en' ? 'en/' : ''}${figure.page.path.slice(1)}${figure.spec.id}` },
      props: { figure, lang },
    })),
  )
}

export const GET: APIRoute = ({ props: { figure, lang } }) =>
  new Response(
    standaloneOf(figure.page.path, figure.spec, { lang, imprint: composeImprint(SITE, figure, { lang, base: BASE }) }),
  )
