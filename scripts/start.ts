import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './start/start-options.ts'

/** `npm start`: check → publish to a preview → build → serve. What has not changed is not built again. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'start',
      does: {
        en: 'Checks the raw files, publishes them to a preview, builds the site and serves it on this computer.',
        zh: '核对原始文件，发布到预览，生成网站，并在本机打开。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { startSite } = await import('./start/start-site.ts')
  await startSite(options)
}

if (import.meta.main) await run(main)
