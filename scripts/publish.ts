import { PROJECT, readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { importBundled, stampProgram } from './line/program-bundle.ts'
import { OPTIONS } from './publish/publish-options.ts'

/** Publishes what is new, or takes out what was published: shows what would change, asks, and appends one release. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'publish',
      does: {
        en: 'Checks the raw files, shows what would change and publishes it. Nothing is published while there is an error, or a warning that must first be listed in exceptions.csv.',
        zh: '核对原始文件，列出将有的变化，确认后发布；有错误、或有须核准而未写入exceptions.csv的警告时，什么都不发布。',
      },
      options: OPTIONS,
    },
    args,
  )
  const program = { projectDir: PROJECT, stamp: stampProgram(PROJECT), now: Date.now() }
  const bundled = import.meta.main ? await importBundled('publish-release', program) : null
  // The bundle was made of this very module.
  const module = (bundled as PublishModule | null) ?? (await import('./publish/publish-release.ts'))
  await module.publishRelease(options, args)
}

type PublishModule = typeof import('./publish/publish-release.ts')

if (import.meta.main) await run(main)
