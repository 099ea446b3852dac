import { FORMAT, LANG, type Read } from '../command/options.ts'

export const OPTIONS = {
  format: FORMAT,
  lang: LANG,
  head: {
    kind: 'text',
    placeholder: 'HASH',
    help: {
      en: 'head of the release log that was kept elsewhere, as npm run -s head printed it',
      zh: '以前另行留存的发布记录校验值（npm run -s head所示）',
    },
  },
} as const

export type VerifyOptions = Read<typeof OPTIONS>
