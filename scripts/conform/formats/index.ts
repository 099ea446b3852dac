import { join } from 'node:path'
import { toBilingual } from '../../command/bilingual.ts'
import { runProgram } from '../../command/child.ts'
import { PROJECT } from '../../command/options.ts'
import type { ConformCheck, ConformContext, ConformResult } from '../conform-check.ts'
import { ProgramError, resolvePython, versionOf } from '../outside.ts'
import { FORMAT_PROGRAMS, type FormatProgram } from './format-programs.ts'
import { findPinned, installPythonSet } from './python-set.ts'
import { copySample } from './sample-site.ts'

/** What leaves the site, in the hands of programs that read such files. */
export const FORMAT_CHECKS: readonly ConformCheck[] = FORMAT_PROGRAMS.map((program) => ({
  name: program.name,
  about: program.about,
  run: (context) => checkFormat(program, context),
}))

async function checkFormat(
  program: FormatProgram,
  { site, workDir, shapes, report }: ConformContext,
): Promise<ConformResult> {
  const reportLacking = (lacks: string): ConformResult => ({ kind: 'lacking', program: program.name, lacks })
  if (program.needsShapes && shapes === undefined) {
    return reportLacking('the SHACL files of DCAT-AP 3: npm run conform -- --shapes DIR')
  }
  const { needs } = program
  const found = needs ? await versionOf(needs.program, needs.args) : ''
  if (needs && found === null) return reportLacking(needs.package)
  const home = join(workDir, '..', 'python-set')
  report(toBilingual({ zh: '准备 Python 程序', en: 'preparing programs of Python' }))
  const lacks = await installPythonSet(home)
  if (lacks !== null) return reportLacking(lacks)
  const ask = (folder: string) => runScript(program, { home, folder, shapes })

  // A check that sees nothing in a broken copy, or something in the whole copy, proves nothing about the site.
  const sample = await copySample(site, join(workDir, 'sample'))
  const whole = await ask(sample.folder)
  await program.breakCopy(sample)
  const seen = await ask(sample.folder)
  const controls = [
    ...whole.map((finding) => `in the copy before it is broken: ${finding}`),
    ...(seen.length === 0
      ? [toBilingual({ zh: '弄坏的副本它没有看出来。', en: 'It saw nothing in a copy that was broken.' })]
      : []),
  ]
  return {
    kind: 'ran',
    program: needs?.program ?? program.pinned,
    version: found || (await findPinned(program.pinned)),
    findings: [...controls, ...(await ask(site))],
  }
}

/** The findings of a script, a line each. Throws where the script itself fails. */
async function runScript(
  { script, asks }: FormatProgram,
  { home, folder, shapes }: { home: string; folder: string; shapes: string | undefined },
): Promise<string[]> {
  const file = join(PROJECT, 'scripts/conform/formats', script)
  const ended = await runProgram(resolvePython(home), [file, asks, folder, ...(shapes === undefined ? [] : [shapes])], {
    gather: true,
    // csvw judges by warnings of Python: they must not be turned off.
    env: { PYTHONUTF8: '1', PYTHONWARNINGS: 'default', PYTHONDONTWRITEBYTECODE: '1' },
  })
  const findings = ended.stdout.split('\n').filter((line) => line !== '')
  if (ended.code === 0) return findings
  if (script === 'run_snippets.py') return [...findings, ended.output.trim().split('\n').at(-1) ?? '']
  throw new ProgramError(`${script} ${asks}: ${ended.output.trim().slice(-500)}`)
}
