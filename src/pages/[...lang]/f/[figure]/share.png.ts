import type { APIRoute } from 'astro'
import { BASE, SITE } from '../../../../views/current.ts'
import { listMadeFigures } from '../../../../views/figure-page.ts'
import { HAS_PICTURES, renderSharePng } from '../../../../views/figure-pictures.ts'
import { listInBothLanguages } from '../../../../views/languages.ts'

/** The picture of a link to a figure, `/f/<id>/share.png`, where the build draws any. */
export function getStaticPaths() {
  if (!HAS_PICTURES) return []
  return listInBothLanguages(
    listMadeFigures(SITE).map((figure) => ({ params: { figure: figure.id }, props: { figure } })),
  )
}

export const GET: APIRoute = async ({ props: { figure, lang } }) =>
  new Response((await renderSharePng(SITE, figure, { lang, base: BASE })) as Uint8Array<ArrayBuffer>)
