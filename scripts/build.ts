import { OPTIONS } from './build/build-options.ts'
import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'

/** Builds the site from what is published. The folder `--out` is replaced whole at the end, or not at all. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'build',
      does: {
        en: 'Builds the website from the published files and the words, and indexes it for search.',
        zh: '用已发布的文件和文字内容生成网站，并建立搜索索引。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { buildSite } = await import('./build/build-site.ts')
  await buildSite(options)
}

if (import.meta.main) await run(main)
