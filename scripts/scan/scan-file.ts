import { gunzipSync } from 'node:zlib'
import { scanText } from '../../src/personal/scan-text.ts'
import { decode } from '../../src/read/encoding.ts'
import { listPictureWords } from '../../src/read/picture-words.ts'
import { recordsOf } from '../../src/read/read-csv.ts'
import { listMarkupRuns } from './markup-runs.ts'
import { type Allowed, type FileHit, scanOnce, scanTable } from './scan-table.ts'
import { scanWorkbook } from './scan-workbook.ts'

/** The hits of one file, in the order of the file; null where it is of a kind that cannot be scanned. */
export function scanFile(file: string, bytes: Uint8Array, allowed: Allowed): FileHit[] | null {
  const name = scanText(file.slice(file.lastIndexOf('/') + 1), { allowed })
  const hits: FileHit[] = name.map(({ kind, masked, hash }) => ({ file, row: null, column: null, kind, masked, hash }))
  if (isZip(bytes)) {
    const cells = scanWorkbook(file, bytes, allowed)
    return cells === null ? null : [...hits, ...cells]
  }
  if (/\.pf_fragment$/.test(file)) return [...hits, ...scanFragment(file, bytes, allowed)]
  if (PICTURE.test(file)) {
    const words = listPictureWords(bytes)
    return words && [...hits, ...keepOnce(words.flatMap((word) => scanLines(file, word, allowed)))]
  }
  if (BINARY.test(file)) return null
  // Pages and scripts are of the web, and so in UTF-8; a table comes in whatever its office has.
  if (/\.(?:html?|svg|xml)$/i.test(file))
    return [...hits, ...scanMarkup(file, new TextDecoder().decode(bytes), allowed)]
  if (/\.m?js$|\.css$/i.test(file)) return [...hits, ...scanLines(file, new TextDecoder().decode(bytes), allowed)]
  const decoded = decode(bytes, file)
  if ('problem' in decoded) return null
  const { text } = decoded
  if (/\.(?:csv|tsv)$/i.test(file)) return [...hits, ...scanCsv(file, text, allowed)]
  if (/\.(?:jsonl?|jsonld|geojson)$/i.test(file)) return [...hits, ...scanJson(file, text, allowed)]
  return [...hits, ...scanLines(file, text, allowed)]
}

const PICTURE = /\.(?:png|jpe?g|webp)$/i

/** Words of pictures are read in several encodings and have no place. */
function keepOnce(hits: readonly FileHit[]): FileHit[] {
  return [...new Map(hits.map((hit) => [hit.hash, { ...hit, row: null, column: null }])).values()]
}

/** Formats whose text is packed; each has a reader of its own or none. */
const BINARY = /\.(?:pdf|avif|gif|ico|woff2?|ttf|otf|gz|br|zst|parquet|wasm|pf_\w+|pagefind|xls|et|doc)$/i

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

function scanCsv(file: string, text: string, allowed: Allowed): FileHit[] {
  const { rows } = recordsOf(text, undefined)
  return scanTable(
    rows.map(({ row, cells }) => ({ row, cells })),
    allowed,
  ).map((hit) => ({ file, ...hit }))
}

/** Prose, markup and code line by line; the column is that of the character. */
function scanLines(file: string, text: string, allowed: Allowed): FileHit[] {
  const hits: FileHit[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    for (const { start, kind, masked, hash } of scanText(line, { allowed })) {
      hits.push({ file, row: index + 1, column: start + 1, kind, masked, hash })
    }
  }
  return hits
}

/** The words of a page as its reader meets them; the column is unknown. */
function scanMarkup(file: string, markup: string, allowed: Allowed): FileHit[] {
  return listMarkupRuns(markup).flatMap(({ text, row }) =>
    scanOnce(text, { allowed }).map(({ kind, masked, hash }) => ({ file, row, column: null, kind, masked, hash })),
  )
}

/**
 * A page as Pagefind 1.6 keeps it for search: JSON, packed, behind a mark of 12 bytes. Its content joins what was in
 * different cells of a table, so each word is scanned by itself; the page has been scanned as it is read.
 */
function scanFragment(file: string, bytes: Uint8Array, allowed: Allowed): FileHit[] {
  const words = unescapeJson(gunzipSync(bytes).toString('utf8')).split(/[\s"]+/)
  return [...new Set(words)].flatMap((word) =>
    scanOnce(word, { allowed }).map(({ kind, masked, hash }) => ({
      file,
      row: null,
      column: null,
      kind,
      masked,
      hash,
    })),
  )
}

/** Each value of a JSON text below its key, which says what it is as the header of a column does. */
function scanJson(file: string, json: string, allowed: Allowed): FileHit[] {
  const hits: FileHit[] = []
  for (const [index, line] of json.split(/\r\n?|\n/).entries()) {
    let header = ''
    for (const { 0: token, index: at } of line.matchAll(JSON_TOKEN)) {
      const isText = token.startsWith('"')
      if (
        isText &&
        (line[at + token.length] === ':' || /^\s*:/.test(line.slice(at + token.length, at + token.length + 4)))
      ) {
        header = unescapeJson(token.slice(1, -1))
        continue
      }
      for (const { start, kind, masked, hash } of scanOnce(unescapeJson(token), { header, allowed })) {
        hits.push({ file, row: index + 1, column: at + start + 1, kind, masked, hash })
      }
    }
  }
  return hits
}

/** A string with its quotes, or a number. */
const JSON_TOKEN = /"(?:[^"\\]|\\.)*"|[^\s",:{}[\]]+/g

/** `\u5f20` → 张, so that an escaped text is read as a reader of the JSON sees it. */
function unescapeJson(text: string): string {
  if (!text.includes('\\u')) return text
  return text.replace(/\\u([0-9a-fA-F]{4})/g, (_, point: string) => String.fromCharCode(Number.parseInt(point, 16)))
}
