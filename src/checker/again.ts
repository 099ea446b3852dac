import { nameAnnotatedCopy } from '../annotate/name.ts'

/** A file on the page, and what it was recognised as. */
export interface PutIn {
  name: string
  /** Counts the times that files were put in: what is let go at once has one number. */
  go: number
  dataset: string | null
  period: string | null
}

/**
 * Files that replace another: the same file, corrected and put in again, or its annotated copy. Keyed by the file they
 * replace.
 */
export function findReplacements<T extends PutIn>(files: readonly T[]): Map<T, T> {
  const found = new Map<T, T>()
  const lastFirst = [...files].reverse()
  for (const file of files) {
    const later = lastFirst.find((other) => other.go > file.go && replacesOther(other, file))
    if (later) found.set(file, later)
  }
  return found
}

/** Two systems may export files of one name, so the name alone says it only of a file that was nothing yet. */
function replacesOther(later: PutIn, file: PutIn): boolean {
  if (!isSameName(later.name, file.name)) return false
  if (file.dataset === null) return true
  return later.dataset === file.dataset && (file.period === null || later.period === file.period)
}

/** `2026-10.csv` is also `2026-10.csv.核对.xlsx`, and `2026-10 (1).csv` where a browser saved it twice. */
export function isSameName(a: string, b: string): boolean {
  const [text, other] = [a, b].map((name) => name.replace(/ ?\(\d+\)(?=\.[^.]+$)/, ''))
  if (text === undefined || other === undefined) return false
  return text === other || text === nameAnnotatedCopy(other) || other === nameAnnotatedCopy(text)
}

/**
 * What the clerk said of the file of this name before, where it says what the file itself does not; null where it
 * says nothing new.
 */
export function recallSettings(
  { dataset, period, typed }: { dataset: string | null; period: string | null; typed: string | null },
  before: { dataset: string | null; period: string | null },
): { dataset: string | null; period: string | null } | null {
  if (typed !== null || (dataset !== null && period !== null)) return null
  const isOther = dataset !== null && before.dataset !== null && dataset !== before.dataset
  if (isOther || (before.dataset ?? before.period) === null) return null
  return { dataset: dataset ?? before.dataset, period: before.period }
}
