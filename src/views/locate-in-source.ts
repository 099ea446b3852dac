/** Lines of a text of several lines that are searched for a phrase of it. */
const LINES_MAX = 40

/**
 * Where a phrase of a YAML text is in its file: the text may begin behind its key, and go on over further lines. `line` is
 * that of the key, `text` the whole text, `column` that of the phrase in it; all count from 1.
 */
export function locateInSource(
  source: readonly string[],
  { line, text }: { line: number; text: string },
  phrase: { text: string; column: number },
): { row: number; column: number | null } {
  const start = source[line - 1]?.indexOf(text) ?? -1
  if (start >= 0) return { row: line, column: start + phrase.column }
  for (let row = line; row < line + LINES_MAX; row += 1) {
    const at = source[row - 1]?.indexOf(phrase.text) ?? -1
    if (at >= 0) return { row, column: at + 1 }
  }
  return { row: line, column: null }
}
