import { parseNumber } from '../check/values/number.ts'
import type { Contract } from '../contracts/contract.ts'
import type { Sheet } from '../read/sheet.ts'
import type { Doubt } from './doubt.ts'
import { CELLS_SAMPLED, type ColumnDraft } from './draft-columns.ts'

/** Short texts that recur among numbers: perhaps a mark of this department for "no value". */
export function findMissingDoubts(contract: Contract, sheet: Sheet, columns: ColumnDraft): Doubt[] {
  const counts = new Map<string, number>()
  const numeric = [...columns.known, ...columns.guesses].filter(({ id }) =>
    ['integer', 'number'].includes(contract.columns[id]?.type.kind ?? ''),
  )
  for (const { cells } of sheet.rows.slice(0, CELLS_SAMPLED)) {
    for (const { index } of numeric) {
      const text = (cells[index] ?? '').trim()
      if (text === '' || text.length > 4 || parseNumber(text).is === 'number') continue
      counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([text, count]) => ({
      key: 'missing',
      words: {
        zh: `数字列里有${count}处“${text}”；若表示没有数，请加进missing。`,
        en: `“${text}” occurs ${count} times among numbers; add it to missing if it means “no value”.`,
      },
    }))
}

/** A first column that is named once and then left blank was one merged cell. */
export function findFillDownDoubts(sheet: Sheet): Doubt[] {
  return sheet.headers.slice(0, 2).flatMap((header, index) => {
    const filled = sheet.rows.slice(0, CELLS_SAMPLED).map(({ cells }) => (cells[index] ?? '').trim() !== '')
    const blanks = filled.filter((candidate) => !candidate).length
    if (!filled[0] || blanks < filled.length / 3) return []
    const words = {
      zh: `“${header}”有${blanks}处空白，像是合并过的单元格；若应与上一行相同，请加进fillDown。`,
      en: `“${header}” is blank in ${blanks} rows, as if it had been merged; add it to fillDown if it repeats the row above.`,
    }
    return [{ key: 'fillDown' as const, words }]
  })
}

/** Whether the day comes first in dates that end in their year; null where there are none. */
export function orderOfDays(sheet: Sheet): 'day-first' | 'month-first' | 'unclear' | null {
  let found: 'unclear' | null = null
  for (const { cells } of sheet.rows.slice(0, CELLS_SAMPLED)) {
    for (const text of cells) {
      const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}\b/.exec(text.trim())
      if (!parts) continue
      if (Number(parts[1]) > 12) return 'day-first'
      if (Number(parts[2]) > 12) return 'month-first'
      found = 'unclear'
    }
  }
  return found
}
