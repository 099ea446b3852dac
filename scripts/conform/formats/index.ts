import { join } from 'node:path'
import { toBilingual } from '../../command/bilingual.ts'
import { BLIND, type ConformCheck, type ConformContext, type ConformResult } from '../conform-check.ts'
import { CATALOGUE_PROGRAMS } from './catalogue-programs.ts'
import type { FormatProgram } from './format-program.ts'
import { READING_PROGRAMS } from './reading-programs.ts'
import { copySample } from './sample-site.ts'

/** What leaves the site, in the hands of programs that read such files. */
export const FORMAT_CHECKS: readonly ConformCheck[] = [...CATALOGUE_PROGRAMS, ...READING_PROGRAMS].map((program) => ({
  name: program.name,
  about: program.about,
  needsPdf: program.needsPdf === true,
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
  const missing = (await program.findMissing?.(site)) ?? null
  if (missing !== null) return reportLacking(missing)
  const place = { programs: join(workDir, '..', 'programs'), workDir, shapes }
  report(toBilingual({ zh: '准备程序', en: 'preparing the program' }))
  const lacks = await program.prepare(place.programs)
  if (lacks !== null) return reportLacking(lacks)

  // A check that sees nothing in a broken copy, or something in the whole copy, proves nothing about the site.
  const sample = await copySample(site, join(workDir, 'sample'))
  const whole = await program.ask(sample.folder, place)
  await program.breakCopy(sample)
  const seen = await program.ask(sample.folder, place)
  const controls = [
    ...whole.map((finding) => `in the copy before it is broken: ${finding}`),
    ...(seen.length === 0 ? [toBilingual(BLIND)] : []),
  ]
  return { kind: 'ran', ...(await program.findVersion()), findings: [...controls, ...(await program.ask(site, place))] }
}
