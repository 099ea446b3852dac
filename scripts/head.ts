import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './head/head-options.ts'

/** Prints the hash of the last line of the log, to be kept where the publisher cannot change it. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'head',
      does: {
        en: 'Prints the head of the release log, to be kept elsewhere: in a signed tag, in a newspaper, with an archive.',
        zh: '打印发布记录的校验值，供另行留存：写入签名标签、登报或送交档案馆。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { printHead } = await import('./head/print-head.ts')
  await printHead(options)
}

if (import.meta.main) await run(main)
