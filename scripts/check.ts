import { OPTIONS } from './check/check-options.ts'
import { openLastRun } from './check/last-run.ts'
import { PROJECT, readOptions } from './command/options.ts'
import { runStage } from './command/progress-reporter.ts'
import { InputError, run } from './command/run-command.ts'
import { importBundled, stampProgram } from './line/program-bundle.ts'

/**
 * Checks every raw file of a portal and prints all that was found. Exit code 1 where `publish` would refuse: an error, or a
 * warning that must be listed as an exception.
 */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'check',
      does: {
        en: 'Checks every raw file and prints all problems. Exit code 1 where publish would refuse.',
        zh: '核对全部原始文件，列出所有问题；凡publish会拒绝的，退出码为1。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { data, content, annotate, report, suggest } = options
  // Files that are to be written are made again.
  const isPrinted = annotate === undefined && report === undefined && suggest === undefined
  const now = Date.now()
  const program = stampProgram(PROJECT)
  const last = isPrinted ? openLastRun({ data, content, program, args, now }) : null
  const printed = await last?.recall()
  if (printed) {
    await runStage({ zh: '核对原始文件', en: 'Checking raw files' }, (progress) => progress.setResult(UNCHANGED))
    process.stdout.write(printed.text)
    if (printed.isStopped) throw new InputError('')
    return
  }
  const bundled = import.meta.main
    ? await importBundled('check-portal', { projectDir: PROJECT, stamp: program, now })
    : null
  // The bundle was made of this very module.
  const module = (bundled as CheckModule | null) ?? (await import('./check/check-portal.ts'))
  await module.checkPortal(options, args, last)
}

const UNCHANGED = {
  zh: '自上次核对以来没有变化，结果同前',
  en: 'unchanged since the last check, whose result follows',
}

type CheckModule = typeof import('./check/check-portal.ts')

if (import.meta.main) await run(main)
