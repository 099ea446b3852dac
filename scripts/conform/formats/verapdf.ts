import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../../command/child.ts'
import { getLastLines, ProgramError } from '../outside.ts'
import type { FormatProgram } from './format-program.ts'
import { installFromMaven, type Library } from './maven.ts'
import { listPdfs } from './sample-site.ts'

const VERAPDF: Library = { group: 'org.verapdf.apps', artifact: 'greenfield-apps', version: '1.28.2' }

/** Bulletins as PDF by the rules of PDF/UA-1 that a machine can judge, 106 of them. */
export const VERAPDF_PROGRAM: FormatProgram = {
  name: 'verapdf',
  about: {
    zh: '公报的PDF符合PDF/UA-1中程序能判断的各条；朗读是否通顺要由人判断。',
    en: 'Bulletins as PDF pass the rules of PDF/UA-1 that a program can judge; whether they read well, a person must say.',
  },
  needsPdf: true,
  findMissing: async (site) =>
    (await listPdfs(site)).length === 0 ? 'PDFs in the site: npm run build -- --pdf' : null,
  prepare: (programs) => installFromMaven(join(programs, 'verapdf'), VERAPDF),
  findVersion: async () => ({ program: 'veraPDF', version: VERAPDF.version }),
  async ask(site, { programs }) {
    const files = await listPdfs(site)
    const classes = join(programs, 'verapdf', 'lib', '*')
    const paths = files.map((file) => join(site, file))
    const args = ['-cp', classes, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', 'ua1', '--format', 'xml', ...paths]
    const ended = await runProgram('java', args, { gather: true })
    const jobs = ended.stdout.split(/<job>/).slice(1)
    // Its exit code is 1 where a file does not conform, and then too it has a report of each.
    if (jobs.length !== files.length) throw new ProgramError(`verapdf: ${getLastLines(ended)}`)
    return jobs.flatMap((job, index) => listFindings(files[index] ?? '', job))
  },
  breakCopy: async ({ folder }) => {
    for (const file of await listPdfs(folder)) {
      const bytes = await readFile(join(folder, file), 'latin1')
      const broken = bytes.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')
      if (broken === bytes) throw new Error(`conform: nothing to break in ${file}`)
      await writeFile(join(folder, file), broken, 'latin1')
    }
  },
}

/** A line a rule that a file breaks; a file without a report of validation is a finding by itself. */
function listFindings(file: string, job: string): string[] {
  if (/<validationReport [^>]*isCompliant="true"/.test(job)) return []
  const rules = [
    ...job.matchAll(
      /<rule [^>]*clause="([^"]*)" testNumber="(\d+)" status="failed"[^>]*failedChecks="(\d+)"[^>]*>\s*<description>([^<]*)/g,
    ),
  ]
  if (rules.length === 0) return [`${file}: no report, or none that is understood`]
  return rules.map(([, clause, test, count, words]) => `${file}: ${clause}-${test}, ${count} times: ${words}`)
}
