import { BASE, LANG, PUBLISHED, type Read } from '../command/options.ts'

export const OPTIONS = {
  base: BASE,
  lang: LANG,
  published: PUBLISHED,
  month: {
    kind: 'text',
    placeholder: 'YYYY-MM',
    help: { en: 'only this month; all by default', zh: '只打印这个月，默认全部' },
  },
  to: {
    kind: 'folder',
    fallback: 'pdf',
    help: { en: 'where the PDFs go', zh: 'PDF放在哪里' },
  },
} as const

export type PdfOptions = Read<typeof OPTIONS>
