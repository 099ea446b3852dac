import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findNearest } from '../../src/text/nearest.ts'
import { runStage } from '../command/progress-reporter.ts'
import { UsageError } from '../command/run-command.ts'
import type { ConformCheck, ConformContext, ConformResult } from './conform-check.ts'

export interface Outcome {
  check: ConformCheck
  result: ConformResult
}

/** The checks that `--only` names, `engine-92,firefox`; all by default. Throws UsageError for an unknown name. */
export function chooseChecks(checks: readonly ConformCheck[], only: string | undefined): ConformCheck[] {
  if (only === undefined) return [...checks]
  const names = only.split(',').map((name) => name.trim())
  for (const name of names) {
    if (checks.some((check) => check.name === name)) continue
    const all = checks.map((check) => check.name)
    const near = findNearest(name, all)
    const offered = (near.length > 0 ? near : all).join(', ')
    throw new UsageError({
      zh: `--only 不认识“${name}”，相近的有：${offered}。`,
      en: `--only does not know "${name}"; the closest are: ${offered}.`,
    })
  }
  return checks.filter((check) => names.includes(check.name))
}

/** Runs the checks one after another; each has a folder of its own below `store`, which keeps all it found. */
export async function runChecks(
  checks: readonly ConformCheck[],
  { store, ...of }: Pick<ConformContext, 'site' | 'shapes' | 'times'> & { store: string },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const check of checks) {
    const workDir = join(store, check.name)
    await rm(workDir, { recursive: true, force: true })
    await mkdir(workDir, { recursive: true })
    const result = await runStage(check.name, async (progress) => {
      const report = (line: string) => progress.advance(line)
      const found = await resultOf(check, { ...of, workDir, report })
      progress.setResult(describeOutcome(found))
      if (found.kind === 'ran' && found.findings.length > 0) progress.markFailed()
      return found
    })
    const findings = result.kind === 'ran' ? result.findings : []
    await writeFile(join(workDir, 'findings.txt'), findings.map((finding) => `${finding}\n`).join(''))
    outcomes.push({ check, result })
  }
  return outcomes
}

/** A check that throws shows nothing about the site, but something is wrong: that is a finding, and the others go on. */
async function resultOf(check: ConformCheck, context: ConformContext): Promise<ConformResult> {
  try {
    return await check.run(context)
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { kind: 'ran', program: check.name, version: '?', findings: [`fault of the check: ${detail}`] }
  }
}

/** What one check came to: `3 处问题 3 findings`. */
export function describeOutcome(result: ConformResult): { zh: string; en: string } {
  if (result.kind === 'lacking') return { zh: '缺少', en: 'lacking' }
  const count = result.findings.length
  if (count === 0) return { zh: '没有问题', en: 'nothing found' }
  return { zh: `${count} 处问题`, en: count === 1 ? '1 finding' : `${count} findings` }
}
