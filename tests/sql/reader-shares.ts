import type { HandedRows } from '../../src/sql/engine.ts'

export const READERS = ['a', 'b', 'c']

/** The rows of a file as three readers hand them over, each third row its own, each with its own lines. */
export function splitFile(file: HandedRows): HandedRows[] {
  return READERS.map((reader, nth) => {
    const own = file.handed.filter((_, at) => at % READERS.length === nth)
    return {
      ...file,
      file: `${reader}/${file.file}`,
      handed: own.map((row, ordinal) => ({ ...row, line: ordinal + 2, ordinal })),
    }
  })
}
