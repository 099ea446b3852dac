import { FORMAT, LANG, PUBLISHED, type Read } from '../command/options.ts'

export const OPTIONS = { format: FORMAT, lang: LANG, published: PUBLISHED } as const

export type TraceOptions = Read<typeof OPTIONS>
