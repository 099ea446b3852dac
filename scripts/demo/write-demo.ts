import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runStage } from '../command/progress-reporter.ts'
import { buildDemoFiles } from './demo-files.ts'
import type { DemoOptions } from './demo-options.ts'
import { HISTORY } from './history.ts'
import { publishHistory, requireDemoFolder } from './publish-history.ts'

/**
 * Writes the raw files of the demonstration city and publishes them release by release, each on its day. Raw files of
 * other datasets stay as they are and are published too.
 */
export async function writeDemo(options: DemoOptions): Promise<void> {
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
