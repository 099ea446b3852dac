import Papa from 'papaparse'

/** One line of a list that a publisher keeps as CSV. */
interface ListLine<Field extends string> {
  /** Row of the file, the header being 1. */
  row: number
  /** The trimmed cell of a column. */
  get(field: Field): string
}

interface ParsedList<Field extends string> {
  header: string[]
  /** Lines that hold anything; null where the header lacks a field. */
  lines: ListLine<Field>[] | null
}

/** The lines of a CSV whose header must name all of these fields, in any order. Blank rows are counted too. */
export function parseList<Field extends string>(text: string, fields: readonly Field[]): ParsedList<Field> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' })
  const [header = [], ...records] = data
  if (fields.some((field) => !header.includes(field))) return { header, lines: null }
  const lines = records.flatMap((cells, index) => {
    const get = (field: Field) => (cells[header.indexOf(field)] ?? '').trim()
    return cells.every((cell) => cell.trim() === '') ? [] : [{ row: index + 2, get }]
  })
  return { header, lines }
}
