import { FORMAT, LANG, type Read } from '../command/options.ts'

export const OPTIONS = { format: FORMAT, lang: LANG } as const

export type HeadOptions = Read<typeof OPTIONS>
