/**
 * One published cell: `cases/flow/990102/2026-10/on_time_rate`. The third part has the values of the table's dimensions
 * in their order, with commas between them: `cases/class/990102,key/2026-10/total`.
 */
export interface CellName {
  dataset: string
  table: string
  /** Values of the dimensions, in the order of the table. */
  key: string[]
  period: string
  /** Measure, or another column of the file. */
  measure: string
}

/** The name of a cell, the same in commands, on pages and in the release plan. */
export function formatCellName({ dataset, table, key, period, measure }: CellName): string {
  return [dataset, table, key.map(escapePart).join(',') || NO_KEY, period, measure].join('/')
}

/** Null for a text that is no name of a cell. */
export function parseCellName(text: string): CellName | null {
  const [dataset, table, key, period, measure, ...rest] = text.split('/')
  if (!dataset || !table || !key || !period || !measure || rest.length > 0) return null
  try {
    return { dataset, table, key: key === NO_KEY ? [] : key.split(',').map(decodeURIComponent), period, measure }
  } catch (error) {
    // A % that begins no escape.
    if (error instanceof URIError) return null
    throw error
  }
}

/** Stands for the key of a table without dimensions. */
const NO_KEY = '-'

/** Only what would be taken for a border of the name is escaped, so that Chinese values can be read. */
function escapePart(part: string): string {
  return part.replaceAll(/[%,/\s]/g, (character) => encodeURIComponent(character))
}
