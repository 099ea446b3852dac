import type { APIRoute } from 'astro'
import { renderSVG } from 'uqr'
import { BASE, SITE } from '../../../../views/current.ts'
import { listInBothLanguages } from '../../../../views/languages.ts'
import { findPermanentAddress } from '../../../../views/permanent-address.ts'
import { listReportMonths } from '../../../../views/report-page.ts'

/** The QR code of each bulletin's address, for paper: `/en/reports/2026-10/qr.svg`. None without an address of the site. */
export function getStaticPaths() {
  return listInBothLanguages(
    listReportMonths(SITE).flatMap((month) => {
      const permanent = findPermanentAddress(SITE, BASE, month)
      return permanent === null ? [] : [{ params: { month }, props: { address: permanent.address } }]
    }),
  )
}

export const GET: APIRoute = ({ props: { address, lang } }) => new Response(renderSVG(address[lang], { border: 0 }))
