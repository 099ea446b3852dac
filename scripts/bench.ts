import { OPTIONS } from './bench/bench-options.ts'
import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'

/** Measures the program over a portal and prints the figures; it sets no thresholds. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'bench',
      does: {
        en: 'Measures speed, memory, search and bytes, and prints the figures.',
        zh: '测量速度、内存、搜索质量和页面字节，并列出结果。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { runBench } = await import('./bench/run-bench.ts')
  await runBench(options)
}

if (import.meta.main) await run(main)
