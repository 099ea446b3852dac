import { z } from 'zod'
import { parsePublishedCsv } from './published-csv.ts'
import { escapeFormula, formatNumber } from './table-csv.ts'

const wholeTable = z.object({
  columns: z.array(z.object({ id: z.string() })),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})

/**
 * True where a table as JSON has the columns of the table as CSV, and cell by cell the same in every row. It may have
 * further columns: the names of codes.
 */
export function agreesWithJson(csv: string, json: string): boolean {
  const { headings, lines } = parsePublishedCsv(csv)
  const table = parseTable(json)
  if (table === null || table.rows.length !== lines.length) return false
  const shared = table.columns.flatMap(({ id }) => (headings.includes(id) ? [id] : []))
  if (headings.join() !== shared.join()) return false
  return table.rows.every((row, index) => {
    const cells = headings.map((heading) => textOf(row[heading]))
    return JSON.stringify(cells) === JSON.stringify(lines[index])
  })
}

function parseTable(json: string): z.infer<typeof wholeTable> | null {
  try {
    return wholeTable.safeParse(JSON.parse(json)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The cell of a CSV that a value of the JSON stands for; undefined where the row lacks the column. */
function textOf(value: string | number | null | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value === null) return ''
  return typeof value === 'number' ? formatNumber(value) : escapeFormula(value)
}
