import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mdxToJs } from 'satteri'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { HEAD } from './mdx-parts.ts'

/**
 * Pages of a portal's own words that cannot be compiled, one problem a file, with its line. The compiler is that which
 * Astro uses: what passes here is built there.
 */
export async function checkMdx(folder: string): Promise<Problem[]> {
  if (!existsSync(folder)) return []
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.mdx')).toSorted()
  const problems: Problem[] = []
  for (const path of paths) {
    const fault = findFault(await readFile(join(folder, path), 'utf8'))
    if (fault === null) continue
    const file = `content/${path.replaceAll('\\', '/')}`
    problems.push(createProblem('content-mdx', { file, row: fault.line }, { found: fault.reason }))
  }
  return problems
}

function findFault(text: string): { line: number | null; reason: string } | null {
  try {
    // The head is YAML, checked elsewhere; its lines stay, so that those below keep their numbers.
    mdxToJs(text.replace(HEAD, (head) => head.replace(/[^\n]/g, '')))
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, line, reason] = /^(\d+):\d+: ([\s\S]*)$/.exec(message) ?? []
    return { line: line === undefined ? null : Number(line), reason: reason ?? message }
  }
}
