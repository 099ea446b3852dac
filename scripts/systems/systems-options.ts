import { FORMAT, type Read } from '../command/options.ts'

export const OPTIONS = { format: FORMAT } as const

export type SystemsOptions = Read<typeof OPTIONS>
