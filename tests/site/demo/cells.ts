import { readdirSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'

/*
 * The published files read as anybody would read them: names of folders and files, a CSV parser, and nothing of the
 * program that wrote them.
 */

export const PUBLISHED = 'data/published'

export type Line = Readonly<Record<string, string>>

/** Newest file of each table and period, by `cases/flow/2026-10`. */
export const FILES: ReadonlyMap<string, string> = listNewestFiles()

/** The lines of one published table for one period; [] where none is published. */
export function linesOf(name: string): readonly Line[] {
  const path = FILES.get(name)
  if (path === undefined) return []
  let lines = parsed.get(name)
  if (!lines) {
    const text = readFileSync(`${PUBLISHED}/${path}`, 'utf8')
    const { data, errors } = Papa.parse<Line>(text, { header: true, skipEmptyLines: true })
    if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
    lines = data
    parsed.set(name, lines)
  }
  return lines
}

/**
 * The text of a published cell by its address: `cases/flow/2026-10?place=990100#accepted` → `1065`. '' where it is empty
 * or where nothing is published for that period and place.
 */
export function readCellText(address: string): string {
  const [, name = '', query = '', measure = ''] = /^([^?]+)\?([^#]*)#(.+)$/.exec(address) ?? []
  const where = query === '' ? [] : query.split('&').map((pair) => pair.split('='))
  const line = indexOf(
    name,
    where.map(([column]) => column ?? ''),
  ).get(where.map(([, value]) => value).join('|'))
  if (line === undefined) return ''
  const text = line[measure]
  if (text === undefined) throw new Error(`${name} has no column ${measure}`)
  return text
}

/** The number that a reader takes from a text: `1,065 件` → 1065, `865万件` → 8650000. Null where there is none. */
export function findNumber(text: string): number | null {
  const match = /(-?[\d,]+(?:\.\d+)?)([万亿])?/.exec(text)
  if (!match?.[1]) return null
  const scale = { 万: 1e4, 亿: 1e8 }[match[2] ?? ''] ?? 1
  return Number((Number(match[1].replaceAll(',', '')) * scale).toPrecision(15))
}

const parsed = new Map<string, readonly Line[]>()
const indexes = new Map<string, Map<string, Line>>()

/** Lines by the values of some columns; two lines with the same values would make an address mean two cells. */
function indexOf(name: string, columns: readonly string[]): Map<string, Line> {
  const key = `${name}?${columns.join()}`
  let index = indexes.get(key)
  if (!index) {
    index = new Map()
    for (const line of linesOf(name)) {
      const values = columns.map((column) => line[column] ?? '').join('|')
      if (index.has(values)) throw new Error(`${name} has two lines for ${values}`)
      index.set(values, line)
    }
    indexes.set(key, index)
  }
  return index
}

function listNewestFiles(): Map<string, string> {
  const newest = new Map<string, string>()
  const revisions = new Map<string, number>()
  for (const entry of readdirSync(PUBLISHED, { recursive: true, encoding: 'utf8' })) {
    const path = entry.replaceAll('\\', '/')
    const [, name, revision] = /^(.+)\.(\d+)\.csv$/.exec(path) ?? []
    if (name === undefined || Number(revision) <= (revisions.get(name) ?? 0)) continue
    revisions.set(name, Number(revision))
    newest.set(name, path)
  }
  return newest
}
