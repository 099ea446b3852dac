import type { APIRoute } from 'astro'
import { has } from '../../compose/site.ts'
import type { Lang } from '../../text/local-text.ts'
import { makeAddress } from '../../views/address.ts'
import { BASE, SITE } from '../../views/current.ts'
import {
  describeClass,
  describeIndustry,
  describePlace,
  describeStatus,
  findRegisterMonth,
  listPermits,
  permitPathOf,
} from '../../views/permit-page.ts'

export function getStaticPaths() {
  return has(SITE, 'permits', 'register') ? [{ params: { lang: 'zh' } }, { params: { lang: 'en' } }] : []
}

/** The whole register for the filter: an entry is its address and the cells of the list in order. */
export const GET: APIRoute = ({ params }) => {
  const lang: Lang = params.lang === 'en' ? 'en' : 'zh'
  const month = findRegisterMonth(SITE)
  const entries = listPermits(SITE).map((permit) => [
    makeAddress(BASE, lang, permitPathOf(permit.number)),
    permit.holder,
    permit.number,
    describeClass(SITE, permit)[lang],
    describeIndustry(SITE, permit)[lang],
    describePlace(SITE, permit.place)[lang],
    permit.text.valid_to ?? '',
    describeStatus(permit, month)[lang],
  ])
  return new Response(JSON.stringify(entries))
}
