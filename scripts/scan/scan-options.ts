import { FORMAT, LANG, type Read } from '../command/options.ts'

const ALLOW = {
  kind: 'folder',
  help: {
    en: 'file of telephone numbers that the publisher has made public, one per line',
    zh: '发布机构已公开的电话号码，一行一个',
  },
} as const

export const OPTIONS = { format: FORMAT, lang: LANG, allow: ALLOW } as const

export type ScanOptions = Read<typeof OPTIONS>
