import type { Read } from '../command/options.ts'

/** Stages in the order in which they run. */
export const STAGE_NAMES = ['format', 'unit', 'types', 'portal', 'heavy', 'city', 'browser'] as const

export type StageName = (typeof STAGE_NAMES)[number]

/** What takes a minute. */
export const QUICK: readonly StageName[] = ['format', 'unit', 'types', 'portal']

export const OPTIONS = {} as const

export type TestOptions = Read<typeof OPTIONS>
