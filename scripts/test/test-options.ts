import type { Read } from '../command/options.ts'

/** Stages in the order in which they run. */
export const STAGE_NAMES = ['format', 'unit', 'portal', 'types', 'city', 'browser'] as const

export type StageName = (typeof STAGE_NAMES)[number]

/** What takes a minute. */
export const QUICK: readonly StageName[] = ['format', 'unit', 'portal', 'types']

export const OPTIONS = {} as const

export type TestOptions = Read<typeof OPTIONS>
