import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './demo/demo-options.ts'

/**
 * Writes the raw files of the demonstration city and publishes them release by release, each on its day. Raw files of
 * other datasets stay as they are and are published too.
 */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'demo',
      does: {
        en: 'Makes the demonstration city from a seed, raw files and releases, byte for byte the same everywhere.',
        zh: '由种子生成示范城市的原始文件和历次发布，任何机器上逐字节相同。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { writeDemo } = await import('./demo/write-demo.ts')
  await writeDemo(options)
}

if (import.meta.main) await run(main)
