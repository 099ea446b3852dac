import { readFile } from 'node:fs/promises'
import type { Lang } from '../../src/text/local-text.ts'
import { attack } from '../../src/withhold/attack.ts'
import type { Findings } from '../../src/withhold/audit-findings.ts'
import { loadSolver } from '../../src/withhold/highs-solver.ts'
import { Contradiction } from '../../src/withhold/propagate-bounds.ts'
import { PUBLISHED_SYSTEM, type PublishedSystem } from '../../src/withhold/system.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import type { AuditOptions } from './audit-options.ts'

/**
 * Tries to work hidden cells back from what is published. Exit code 1 where any can be, is narrower than promised, or could not
 * be decided.
 */
export async function auditTables(options: AuditOptions): Promise<void> {
  const file = options.tables ?? ''
  const published = parseTables(await readText(file), file)
  const findings = await findFor(published, file)
  const { exact, narrow, undecided } = findings
  const text = options.format === 'json' ? `${JSON.stringify({ exact, narrow })}\n` : reportText(findings, options.lang)
  process.stdout.write(text)
  if (undecided.length > 0) process.stderr.write(`${UNDECIDED[options.lang]} ${undecided.join(' ')}\n`)
  // Everything has been reported above; what remains is the exit code.
  if (exact.length + narrow.length + undecided.length > 0) throw new InputError('')
}

const UNDECIDED: Record<Lang, string> = { zh: '未能判定的单元格：', en: 'Cells that could not be decided:' }

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError({ zh: `无法读取${file}：${reason}`, en: `${file} cannot be read: ${reason}` })
  })
}

function parseTables(text: string, file: string): PublishedSystem {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError({ zh: `${file}不是JSON：${reason}`, en: `${file} is not JSON: ${reason}` })
  }
  const parsed = PUBLISHED_SYSTEM.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const at = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  throw new InputError({ zh: `${file}不合规定：${at}`, en: `${file} is not valid: ${at}` })
}

async function findFor(published: PublishedSystem, file: string): Promise<Findings> {
  const openSolver = await loadSolver()
  try {
    return attack(published, openSolver)
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error
    throw new InputError({
      zh: `${file}自相矛盾，没有一组整数符合：${error.message}`,
      en: `${file} contradicts itself: no whole numbers fit: ${error.message}`,
    })
  }
}

function reportText({ exact, narrow, undecided }: Findings, lang: Lang): string {
  const values = exact.map(([cell, value]) => `${cell} = ${value}`).join(', ')
  const lines = {
    zh: [
      `可准确推出：${exact.length} ${values}`,
      `范围过窄：${narrow.length} ${narrow.join(', ')}`,
      `未判定：${undecided.length}`,
    ],
    en: [
      `exact: ${exact.length} ${values}`,
      `narrow: ${narrow.length} ${narrow.join(', ')}`,
      `undecided: ${undecided.length}`,
    ],
  }
  return `${lines[lang].map((line) => line.trimEnd()).join('\n')}\n`
}
