import { isReleasePackage } from '../downloads/release-packages.ts'
import type { Manifest } from '../store/manifest.ts'

/** What a catalogue says of a kind of file. `fileType` is its code in the EU's list of file types. */
interface Format {
  name: string
  mediaType: string
  fileType: string
}

/** By the end of a file's name, the longest first. */
const FORMATS: readonly [string, Format][] = [
  ['.excel.csv', { name: 'CSV (Excel)', mediaType: 'text/csv', fileType: 'CSV' }],
  ['.csv', { name: 'CSV', mediaType: 'text/csv', fileType: 'CSV' }],
  ['.jsonstat.json', { name: 'JSON-stat', mediaType: 'application/json', fileType: 'JSON' }],
  ['.json', { name: 'JSON', mediaType: 'application/json', fileType: 'JSON' }],
  ['.parquet', { name: 'Parquet', mediaType: 'application/vnd.apache.parquet', fileType: 'PARQUET' }],
  [
    '.xlsx',
    { name: 'XLSX', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileType: 'XLSX' },
  ],
  ['.zip', { name: 'ZIP', mediaType: 'application/zip', fileType: 'ZIP' }],
]

/** Throws for a file that is none of the formats. */
export function findFormat(path: string): Format {
  const found = FORMATS.find(([end]) => path.endsWith(end))
  if (!found) throw new Error(`catalogue: format of ${path}`)
  return found[1]
}

/**
 * The files of a dataset that hold its whole tables, always the newest: descriptions, the list of places, single periods and
 * packages of one release are none.
 */
export function listDistributions(dataset: string, files: Manifest): Manifest {
  return files.filter(({ path }) => {
    const [folder, name = '', ...below] = path.split('/')
    return (
      below.length === 0 &&
      folder === dataset &&
      name.startsWith(dataset) &&
      !isReleasePackage(name) &&
      FORMATS.some(([end]) => name.endsWith(end))
    )
  })
}
