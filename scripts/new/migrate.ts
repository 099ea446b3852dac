import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { listContractFiles } from '../../src/portal/contract-files.ts'
import type { LocalText } from '../../src/text/local-text.ts'
import { InputError } from '../command/run-command.ts'

/** One change of form between versions of the program. What it changes means the same before and after. */
interface Step {
  what: LocalText
  /** Rewrites what is in the old form below the data folder, and returns the paths of what it has changed. */
  run(dataDir: string): Promise<string[]>
}

const STEPS: readonly Step[] = [
  {
    what: { zh: '数据约定：dueDays 改写为 due', en: 'contracts: dueDays is now due' },
    run: (dataDir) => rewriteContracts(dataDir, replaceDueDays),
  },
]

/**
 * Brings the files of a portal into today's form and returns what was done, file by file; a second run changes nothing.
 * Throws InputError where the folder holds no portal.
 */
export async function migratePortal([given]: readonly [string, ...string[]]): Promise<string> {
  const folder = resolve(given)
  const dataDir = existsSync(join(folder, 'data')) ? join(folder, 'data') : folder
  if (!['raw', 'contracts', 'places.csv', 'published'].some((name) => existsSync(join(dataDir, name)))) {
    throw new InputError({
      zh: `${folder} 里没有 data/，也没有 raw/、contracts/ 或 places.csv。`,
      en: `${folder} holds neither data/ nor raw/, contracts/ or places.csv.`,
    })
  }
  const lines: string[] = []
  for (const { what, run } of STEPS) {
    const changed = await run(dataDir)
    if (changed.length > 0) lines.push(`✓ ${what.zh} ${what.en}`, ...changed.map((path) => `  ${path}`))
  }
  if (lines.length === 0)
    return `${folder}\n已是当前的写法，没有改动。 It is in today's form already; nothing was changed.\n`
  return `${lines.join('\n')}\n`
}

async function rewriteContracts(dataDir: string, rewrite: (text: string) => string): Promise<string[]> {
  const changed: string[] = []
  for (const file of await listContractFiles(dataDir)) {
    const path = join(dataDir, file)
    const text = await readFile(path, 'utf8')
    const rewritten = rewrite(text)
    if (rewritten === text) continue
    const part = `${path}.part`
    await writeFile(part, rewritten)
    await rename(part, path)
    changed.push(file)
  }
  return changed
}

/** `dueDays: 15` → `due: { daysAfterEnd: 15 }`, comments left as they are. A number that is worked out is left to its author. */
export function replaceDueDays(text: string): string {
  return text.replaceAll(
    /(\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(['"]?)\bdueDays\2(\s*:\s*)(\d+)(?=\s*[,}\n])/g,
    (whole: string, comment: string | undefined, _quote: string, colon: string, days: string) =>
      comment === undefined ? `due${colon}{ daysAfterEnd: ${days} }` : whole,
  )
}
