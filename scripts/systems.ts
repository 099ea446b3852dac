import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './systems/systems-options.ts'

/** Prints each system of the portal with its state and the tests that hold it. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'systems',
      does: {
        en: 'Lists the systems of the portal: which work, by which test, and which have no data yet.',
        zh: '列出本站的各项制度：哪些可用、由哪个测试证明，哪些还没有数据。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { printSystems } = await import('./systems/print-systems.ts')
  await printSystems(options)
}

if (import.meta.main) await run(main)
