import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './scan/scan-options.ts'

/** Looks for personal data in files and folders and prints where it is, masked. Exit code 1 where there is any. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'scan',
      does: {
        en: 'Looks for personal data in files and prints where it is, masked.',
        zh: '在文件中查找个人信息，列出位置，号码一律遮盖。',
      },
      rest: 'FILE|DIR…',
      options: OPTIONS,
    },
    args,
  )
  const { printHits } = await import('./scan/print-hits.ts')
  await printHits(options)
}

if (import.meta.main) await run(main)
