import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readOptions } from './command/options.ts'
import { runStage } from './command/progress-reporter.ts'
import { run } from './command/run-command.ts'
import { buildDemoFiles, SEED } from './demo/demo-files.ts'

/** Writes the raw files of the demonstration city. Files of other datasets and what is published stay as they are. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'demo',
      does: {
        en: 'Makes the raw files of the demonstration city from a seed, byte for byte the same everywhere.',
        zh: '由种子生成示范城市的原始文件，任何机器上逐字节相同。',
      },
      options: {
        out: {
          kind: 'folder',
          help: { en: 'folder to write to, --data by default', zh: '写入的文件夹，默认同 --data' },
        },
        seed: {
          kind: 'number',
          min: 0,
          max: 2 ** 31 - 1,
          fallback: SEED,
          help: { en: 'another seed makes another city', zh: '不同的种子生成不同的城市' },
        },
      },
    },
    args,
  )
  await runStage({ en: 'Making the demonstration city', zh: '生成示范城市' }, async (progress) => {
    const folder = options.out ?? options.data
    const files = buildDemoFiles(options.seed)
    progress.setTotal(files.size)
    let bytes = 0
    for (const [path, content] of files) {
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content)
      bytes += content.byteLength
      progress.advance(path)
    }
    const size = (bytes / 1e6).toFixed(1)
    progress.setResult({ en: `${files.size} files, ${size} MB`, zh: `${files.size} 个文件，${size} MB` })
  })
}

if (import.meta.main) await run(main)
