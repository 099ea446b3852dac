import { join } from 'node:path'
import type { LocalText } from '../../command/bilingual.ts'
import { runProgram } from '../../command/child.ts'
import { PROJECT } from '../../command/options.ts'
import { getLastLines, listLines, ProgramError, resolvePython, versionOf } from '../outside.ts'
import type { FormatProgram, ProgramPlace } from './format-program.ts'
import { findPinned, installPythonSet } from './python-set.ts'
import type { SampleSite } from './sample-site.ts'

/** A script of this folder that asks a package of the Python set, or a program of this machine. */
export interface PythonProgram {
  name: string
  about: LocalText
  /** Package of the set whose version is reported. */
  pinned: string
  script: 'calendars.py' | 'citations.py' | 'describe.py' | 'read.py' | 'run_snippets.py'
  /** First argument of the script. */
  asks: string
  /** A program of this machine that is needed beside the set; it is reported instead of `pinned`. */
  needs?: { program: string; args: string[]; package: string }
  needsShapes?: boolean
  breakCopy(sample: SampleSite): Promise<void>
}

export function describePython({ pinned, script, asks, needs, ...rest }: PythonProgram): FormatProgram {
  return {
    ...rest,
    async prepare(programs) {
      if (needs && (await versionOf(needs.program, needs.args)) === null) return needs.package
      return prepareSet(programs)
    },
    async findVersion() {
      if (!needs) return { program: pinned, version: await findPinned(pinned) }
      return { program: needs.program, version: (await versionOf(needs.program, needs.args)) ?? '?' }
    },
    ask: (site, { programs, shapes }) =>
      runScript(script, [asks, site, ...(shapes === undefined ? [] : [shapes])], programs),
  }
}

/** The shapes of DCAT-AP without what names property shapes of other files, as one file in the check's folder. */
export async function closeShapes({ programs, workDir, shapes }: ProgramPlace): Promise<string> {
  const closed = join(workDir, 'closed.ttl')
  if (shapes === undefined) throw new Error('conform: no folder of shapes')
  await runScript('describe.py', ['shapes', workDir, shapes, closed], programs)
  return closed
}

/** The findings of a script, a line each. Throws where the script itself fails. */
async function runScript(script: PythonProgram['script'], args: string[], programs: string): Promise<string[]> {
  const file = join(PROJECT, 'scripts/conform/formats', script)
  const ended = await runProgram(resolvePython(resolveSet(programs)), [file, ...args], {
    gather: true,
    // csvw judges by warnings of Python: they must not be turned off.
    env: { PYTHONUTF8: '1', PYTHONWARNINGS: 'default', PYTHONDONTWRITEBYTECODE: '1' },
  })
  const findings = listLines(ended.stdout)
  if (ended.code === 0) return findings
  if (script === 'run_snippets.py') return [...findings, ended.output.trim().split('\n').at(-1) ?? '']
  throw new ProgramError(`${script} ${args[0] ?? ''}: ${getLastLines(ended)}`)
}

/** Puts the Python set below the folder of all programs; returns what is lacking, or null. */
export function prepareSet(programs: string): Promise<string | null> {
  return installPythonSet(resolveSet(programs))
}

/** Where the set is, in the folder of all programs. */
function resolveSet(programs: string): string {
  return join(programs, 'python-set')
}
