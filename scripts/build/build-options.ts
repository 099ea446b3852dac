import { BASE, LANG, PUBLISHED, type Read } from '../command/options.ts'

export const OPTIONS = { base: BASE, lang: LANG, published: PUBLISHED } as const

export type BuildOptions = Read<typeof OPTIONS>
