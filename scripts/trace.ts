import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './trace/trace-options.ts'

/** Prints how a published number came to be: file, sheet, rows, rule, formula with its numbers, release, hash. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'trace',
      does: {
        en: 'Prints how a published number was computed: from which file and rows, by which rule, in which release.',
        zh: '打印一个已发布的数字怎么来的：出自哪个文件、哪些行，按什么规则，哪次发布。',
      },
      rest: 'DATASET/TABLE/PLACE/PERIOD/MEASURE',
      options: OPTIONS,
    },
    args,
  )
  const { traceNumber } = await import('./trace/print-trace.ts')
  await traceNumber(options)
}

if (import.meta.main) await run(main)
