import { PERMANENT_ADDRESS } from '../../src/views/permanent-address.ts'
import type { LocalText } from '../command/bilingual.ts'

/** What a PDF says beyond its page. */
export const PAPER_WORDS = {
  links: { zh: '文中链接', en: 'Links in the text' },
  address: PERMANENT_ADDRESS,
  code: { zh: '二维码，内容为本期公报的网址', en: 'QR code of the address of this bulletin' },
  cited: { zh: '引用日期', en: 'date of citing' },
} as const satisfies Record<string, LocalText>
