import { figuresOf } from '../text/format.ts'
import type { Lang } from '../text/local-text.ts'
import type { FigureSpec } from './figure.ts'
import type { DataTable } from './figure-base.ts'
import { kindOf } from './kind-of.ts'
import { voiceOf } from './phrases.ts'

/** One sentence: what a person who cannot see the picture should know. */
export function summarise(spec: FigureSpec, lang: Lang): string {
  const kind = kindOf(spec)
  return kind.summarise(spec, voiceOf(spec, lang, figuresOf(valuesOf(kind.table(spec)))))
}

function valuesOf(table: DataTable): number[] {
  const entries = table.rows.flat()
  return entries.flatMap((entry) => (typeof entry === 'object' && 'status' in entry ? (entry.value ?? []) : []))
}
