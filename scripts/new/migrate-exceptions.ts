import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Papa from 'papaparse'
import { checkProse } from '../../src/portal/check-prose.ts'
import { EXCEPTIONS_FILE } from '../../src/portal/exceptions.ts'
import type { Problem } from '../../src/problems/problem.ts'

/**
 * Personal data accepted in words was named by its masked text, which many data share; it is named by its hash now. A line
 * whose text is in the words more than once becomes a line for each. Returns the changed file.
 */
export async function nameWordsByHash(dataDir: string): Promise<string[]> {
  const path = join(dataDir, EXCEPTIONS_FILE)
  if (!existsSync(path)) return []
  const text = await readFile(path, 'utf8')
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true })
  const [head, ...lines] = data
  const findColumn = (names: readonly string[]) => (head ?? []).findIndex((name) => names.includes(name.trim()))
  const [rule, where, key] = [
    findColumn(['rule', '\ufeffrule']),
    findColumn(['file', 'period']),
    findColumn(['place', 'key']),
  ]
  if (head === undefined || rule === -1 || key === -1) return []
  const isOld = (line: readonly string[]) => line[rule] === 'content-personal' && !/^[0-9a-f]{6}$/.test(line[key] ?? '')
  if (!lines.some(isOld)) return []
  const problems = await checkProse(join(dirname(dataDir), 'content'), new Set())
  const rewritten = lines.flatMap((line) => {
    if (!isOld(line)) return [line]
    const hashes = listHashes(problems, { masked: line[key] ?? '', file: line[where] ?? '' })
    // What is in the words no more is left to its author.
    return hashes.length === 0 ? [line] : hashes.map((hash) => line.with(key, hash))
  })
  const result = `${Papa.unparse([head, ...rewritten], { newline: text.includes('\r\n') ? '\r\n' : '\n' })}\n`
  if (JSON.stringify(rewritten) === JSON.stringify(lines)) return []
  await writeFile(`${path}.part`, result)
  await rename(`${path}.part`, path)
  return [EXCEPTIONS_FILE]
}

function listHashes(problems: readonly Problem[], { masked, file }: { masked: string; file: string }): string[] {
  const own = problems.filter(
    (problem) => (masked === '' || problem.found === masked) && (file === '' || problem.file === file),
  )
  return [...new Set(own.map(({ params }) => String(params['key'] ?? '')))]
}
