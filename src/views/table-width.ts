/** More columns than these are set smaller on paper, or on a sheet turned across. */
const COLUMNS_MAX_PLAIN = 9
const COLUMNS_MAX_UPRIGHT = 14

/** The class that the style sheet for paper knows a wide table by. */
export function classOfWidth(columns: number): 'many' | 'across' | undefined {
  if (columns > COLUMNS_MAX_UPRIGHT) return 'across'
  return columns > COLUMNS_MAX_PLAIN ? 'many' : undefined
}

/**
 * Whether rendered HTML holds a table that needs the sheet turned. It is read from the markup, since any component may
 * bring such a table, and the promised browsers know no selector for what a page contains.
 */
export function hasTableAcross(html: string): boolean {
  return /<div class="scroll(?: \w+)* across"/.test(html)
}
