import type { APIRoute } from 'astro'
import type { Lang } from '../../text/local-text.ts'
import { address } from '../../views/address.ts'
import { BASE, SITE } from '../../views/current.ts'
import {
  classWords,
  industryWords,
  permitPath,
  permits,
  placeWords,
  registerMonth,
  statusWords,
} from '../../views/permit-page.ts'
import { has } from '../../views/site.ts'

export function getStaticPaths() {
  return has(SITE, 'permits', 'register') ? [{ params: { lang: 'zh' } }, { params: { lang: 'en' } }] : []
}

/** The whole register for the filter: an entry is its address and the cells of the list in order. */
export const GET: APIRoute = ({ params }) => {
  const lang: Lang = params.lang === 'en' ? 'en' : 'zh'
  const month = registerMonth(SITE)
  const entries = permits(SITE).map((permit) => [
    address(BASE, lang, permitPath(permit.number)),
    permit.holder,
    permit.number,
    classWords(SITE, permit)[lang],
    industryWords(SITE, permit)[lang],
    placeWords(SITE, permit.place)[lang],
    permit.text.valid_to ?? '',
    statusWords(permit, month)[lang],
  ])
  return new Response(JSON.stringify(entries))
}
