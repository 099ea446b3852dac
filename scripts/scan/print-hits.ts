import { readFile } from 'node:fs/promises'
import { KIND_NAMES } from '../../src/personal/kind-names.ts'
import { maskPath } from '../../src/personal/mask-personal.ts'
import type { Lang } from '../../src/text/local-text.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { listFiles } from './list-files.ts'
import type { ScanOptions } from './scan-options.ts'
import { scanPacked } from './scan-packed.ts'
import type { FileHit } from './scan-table.ts'

/** Looks for personal data in files and folders and prints where it is, masked. Exit code 1 where there is any. */
export async function printHits(options: ScanOptions): Promise<void> {
  if (options.rest.length === 0) {
    throw new UsageError({ zh: '请写明要查的文件或文件夹。', en: 'Name the files or folders to scan.' })
  }
  const allowed = options.allow === undefined ? new Set<string>() : readAllowed(await readFile(options.allow, 'utf8'))
  const hits: PrintedHit[] = []
  const skipped: string[] = []
  for (const file of await listFiles(options.rest)) {
    const found = await scanPacked(file, await readFile(file), allowed)
    // A name that holds a datum would print it.
    if (found === null) skipped.push(maskPath(file, { allowed }))
    else for (const hit of found) hits.push(coverNames(hit, allowed))
  }
  const { lang } = options
  process.stdout.write(options.format === 'json' ? `${JSON.stringify({ hits })}\n` : reportText(hits, lang))
  if (skipped.length > 0) process.stderr.write(`${SKIPPED[lang]} ${skipped.join(' ')}\n`)
  // Everything has been reported above; what remains is the exit code.
  if (hits.length > 0) throw new InputError('')
}

const SKIPPED: Record<Lang, string> = { zh: '未能扫描：', en: 'Not scanned:' }

/** The first number of each line; what follows a comma says whose it is. */
export function readAllowed(text: string): Set<string> {
  const numbers = text.split(/\r\n?|\n/).map((line) => (line.split(',')[0] ?? '').replace(/\D/g, ''))
  return new Set(numbers.filter((digits) => digits.length >= 5))
}

type PrintedHit = Omit<FileHit, 'hash'>

function coverNames({ hash: _, ...hit }: FileHit, allowed: ReadonlySet<string>): PrintedHit {
  const file = maskPath(hit.file, { allowed })
  return hit.sheet === undefined ? { ...hit, file } : { ...hit, file, sheet: maskPath(hit.sheet, { allowed }) }
}

function reportText(hits: readonly PrintedHit[], lang: Lang): string {
  const lines = hits.map(({ file, sheet, row, column, kind, masked }) => {
    const place = [file, sheet, row, column].filter((part) => part !== undefined && part !== null).join(':')
    return `${place}  ${KIND_NAMES[kind][lang]}  ${masked}`
  })
  const count = { zh: `发现${hits.length}处。`, en: `${hits.length} found.` }
  return `${[...lines, count[lang]].join('\n')}\n`
}
