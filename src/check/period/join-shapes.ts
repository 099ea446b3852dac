import type { CountGrid, FileShape } from './file-shape.ts'

/**
 * What is compared with other periods of rows that several files of one period have, but for serial numbers: each reader
 * counts its own. Null where the shape of a part is not known.
 */
export function joinShapes(parts: readonly { path: string; shape: FileShape | null }[]): FileShape | null {
  const shapes = parts.flatMap(({ path, shape }) => (shape === null ? [] : [{ path, shape }]))
  const [first] = shapes
  if (!first || shapes.length < parts.length) return null
  const joined: FileShape = { ...first.shape, rows: 0, lastDays: {}, classes: {}, numbers: [] }
  for (const { shape } of shapes) {
    joined.rows += shape.rows
    for (const [id, day] of Object.entries(shape.lastDays)) {
      if (day > (joined.lastDays[id] ?? '')) joined.lastDays[id] = day
    }
    for (const [id, counts] of Object.entries(shape.classes)) {
      const known = joined.classes[id] ?? {}
      joined.classes[id] = known
      for (const [code, rows] of Object.entries(counts)) known[code] = (known[code] ?? 0) + rows
    }
  }
  return { ...joined, counts: joinGrids(shapes.map(({ path, shape }) => ({ path, grid: shape.counts }))) }
}

/** Each record keeps the file that it is in. Null where a part has too many counts to keep. */
function joinGrids(parts: readonly { path: string; grid: CountGrid | null }[]): CountGrid | null {
  const joined: CountGrid = { sheet: null, columns: [], records: {} }
  for (const { path, grid } of parts) {
    if (grid === null) return null
    const places = grid.columns.map(({ id, code }) => {
      const known = joined.columns.findIndex((column) => column.id === id && column.code === code)
      return known >= 0 ? known : joined.columns.push({ id, code }) - 1
    })
    for (const [key, { row, counts }] of Object.entries(grid.records)) {
      const record = joined.records[key] ?? { row, counts: [], in: { file: path, sheet: grid.sheet } }
      joined.records[key] = record
      for (const [at, count] of counts.entries()) record.counts[places[at] ?? 0] = count
    }
  }
  return joined
}
