import type { Site } from '../compose/site.ts'
import type { LocalText } from '../text/local-text.ts'
import { findFullAddress } from './address.ts'
import { reportPathOf } from './report-page.ts'

/** Where a bulletin on paper is found again. */
export const PERMANENT_ADDRESS: LocalText = { zh: '本期公报的长期网址', en: 'Permanent address of this bulletin' }

/** The full address of a bulletin in each language, and the path of its QR code; null where the publisher has named no address. */
export function findPermanentAddress(
  site: Site,
  base: string,
  month: string,
): { address: LocalText; code: string } | null {
  const path = reportPathOf(month)
  const address = findFullAddress(site, base, path)
  return address === null ? null : { address, code: `${path}qr.svg` }
}
