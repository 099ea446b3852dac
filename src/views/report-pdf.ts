import type { Lang } from '../text/local-text.ts'
import { reportPathOf } from './report-page.ts'

/** True where this build prints bulletins as PDF: their pages link them. */
export const HAS_PDF = process.env['MINGGE_PDF'] === 'yes'

/** `/reports/2026-10/2026-10.pdf` */
export function pdfPathOf(month: string): string {
  return `${reportPathOf(month)}${month}.pdf`
}

/** What is in a page until its PDF is printed, which takes nothing of it. */
const EMPTY = ' data-pdf>PDF</a>'

/** The page with the size of its PDF in the link: `PDF（412 kB）`. Throws where it has no place for it. */
export function stampPdfSize(html: string, size: string, lang: Lang): string {
  if (!html.includes(EMPTY)) throw new Error('views: a bulletin without a place for the size of its PDF')
  return html.replace(EMPTY, lang === 'zh' ? `>PDF（${size}）</a>` : `>PDF (${size})</a>`)
}
