import { OPTIONS } from './check/check-options.ts'
import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'

/**
 * Checks every raw file of a portal and prints all that was found. Exit code 1 where `publish` would refuse: an error, or a
 * warning that must be accepted by name.
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
  const { checkPortal } = await import('./check/check-portal.ts')
  await checkPortal(options, args)
}

if (import.meta.main) await run(main)
