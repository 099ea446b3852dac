import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { dayOf, toDayNumber } from '../../src/calendar/days.ts'
import { readToday } from '../../src/portal/read-today.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { UsageError } from '../command/run-command.ts'
import { toInputError } from './run-line-over.ts'

interface Folders {
  data: string
  content: string
  today?: string | undefined
  lang: Lang
}

/** `--today`, else `today` of the portal's site.yaml, else the day of this computer's calendar: `2026-11-23`. */
export async function findToday(options: Folders, args: readonly string[]): Promise<string> {
  if (options.today !== undefined) return requireDay('today', options.today)
  if (!isOwnContent(options, args)) return dayOf(new Date())
  const fixed = await readToday(options.content).catch((error: unknown) => {
    throw toInputError(error, options.lang)
  })
  return fixed ?? dayOf(new Date())
}

/** Throws UsageError for a day that does not exist. */
export function requireDay(option: string, text: string): string {
  if (toDayNumber(text) !== null) return text
  throw new UsageError({
    zh: `--${option} 应为 YYYY-MM-DD，而不是 ${text}。`,
    en: `--${option} takes YYYY-MM-DD, not ${text}.`,
  })
}

/** Words that lie elsewhere than beside the data, and were not named, are those of another portal. */
export function isOwnContent({ data, content }: Folders, args: readonly string[]): boolean {
  const isNamed = args.some((argument) => argument === '--content' || argument.startsWith('--content='))
  const isBeside = join(dirname(resolve(data)), basename(content)) === resolve(content)
  return existsSync(content) && (isNamed || isBeside)
}
