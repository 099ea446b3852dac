import { BASE, LANG, PORT, type Read } from '../command/options.ts'

export const OPTIONS = { base: BASE, lang: LANG, port: PORT } as const

export type StartOptions = Read<typeof OPTIONS>
