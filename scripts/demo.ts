import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readOptions } from './command/options.ts'
import { runStage } from './command/progress-reporter.ts'
import { run } from './command/run-command.ts'
import { buildDemoFiles, SEED } from './demo/demo-files.ts'
import { HISTORY } from './demo/history.ts'
import { publishHistory, requireDemoFolder } from './demo/publish-history.ts'

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
  const folder = options.out ?? options.data
  const files = buildDemoFiles(options.seed)
  await requireDemoFolder(folder, files.get('places.csv') ?? new Uint8Array())
  await runStage({ en: 'Making the demonstration city', zh: '生成示范城市' }, async (progress) => {
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
  await runStage({ en: 'Publishing its history', zh: '逐次发布' }, async (progress) => {
    progress.setTotal(HISTORY.length)
    const releases = await publishHistory(folder, ({ date }) => progress.advance(date))
    progress.setResult({ en: `${releases} releases`, zh: `${releases}次发布` })
  })
}

if (import.meta.main) await run(main)
