import Papa from 'papaparse'
import { toDayNumber } from '../../../src/calendar/days.ts'
import { sha256 } from '../../../src/store/disk.ts'

/*
 * What no outside program sees in the descriptions of a site: each function names the faults, so that a test can hold that
 * there are none and that a broken copy has some.
 */

/** Days of the catalogue that are none (31 November), and days that are plain texts. */
export function findBadDays(catalogue: string): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) found.push(`plain text: ${value}`)
    if (typeof value !== 'object' || value === null) return
    if ('@value' in value && '@type' in value) {
      const day = String(value['@value'])
      if (value['@type'] === 'xsd:date' && toDayNumber(day) === null) found.push(`no day: ${day}`)
      return
    }
    for (const part of Object.values(value)) look(part)
  }
  look(JSON.parse(catalogue))
  return found
}

interface Croissant {
  distribution: { name: string; sha256: string }[]
  recordSet: { '@id': string; key: { '@id': string }[]; field: { name: string }[] }[]
}

/**
 * Hashes that are not the file's, fields that are not its columns in their order, and keys that are blank or there twice.
 * `textOf` gives the text of `cases-flow.csv`, or null for a file that is not at hand.
 */
export function findCroissantFaults(croissant: string, textOf: (name: string) => string | null): string[] {
  const { distribution, recordSet } = JSON.parse(croissant) as Croissant
  const hashes = distribution.flatMap(({ name, sha256: hash }) => {
    const text = textOf(name)
    return text === null || sha256(text) === hash ? [] : [`${name}: hash`]
  })
  const columns = recordSet.flatMap(({ '@id': id, field, key }) => {
    const text = textOf(`${id}.csv`)
    if (text === null) return []
    const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' })
    const names = key.map((part) => part['@id'].slice(id.length + 1))
    const keys = data.map((row) => JSON.stringify(names.map((name) => row[name] ?? '')))
    return [
      ...(field.map(({ name }) => name).join() === meta.fields?.join() ? [] : [`${id}: fields`]),
      ...(new Set(keys).size === data.length ? [] : [`${id}: a key is there twice`]),
      ...(data.some((row) => names.some((name) => !row[name])) ? [`${id}: a blank in a key`] : []),
    ]
  })
  return [...hashes, ...columns]
}

/** Tables whose columns in CSVW, or in the Data Package, are not the headings of their file in its order. */
export function findHeadingFaults(csvw: string, pack: string, textOf: (path: string) => string): string[] {
  const { tables } = JSON.parse(csvw) as { tables: { url: string; tableSchema: { columns: { name: string }[] } }[] }
  const { resources } = JSON.parse(pack) as {
    resources: { path: string; bytes: number; hash: string; schema: { fields: { name: string }[] } }[]
  }
  const join = (columns: { name: string }[]) => columns.map(({ name }) => name).join()
  const headOf = (path: string) => textOf(path).split('\n')[0]
  return [
    ...tables.flatMap(({ url, tableSchema }) =>
      join(tableSchema.columns) === headOf(url) ? [] : [`csvw: columns of ${url}`],
    ),
    ...resources.flatMap(({ path, schema }) =>
      join(schema.fields) === headOf(path) ? [] : [`package: columns of ${path}`],
    ),
    ...resources.flatMap(({ path, bytes, hash }) =>
      bytes === Buffer.byteLength(textOf(path)) && hash === `sha256:${sha256(textOf(path))}`
        ? []
        : [`bytes of ${path}`],
    ),
    ...(tables.map(({ url }) => url).join() === resources.map(({ path }) => path).join() ? [] : ['other tables']),
  ]
}
