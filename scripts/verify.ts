import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './verify/verify-options.ts'

/** Finds out whether a site, its downloads and its log agree, from nothing but the site. Exit code 1 where not. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'verify',
      does: {
        en: 'Verifies that a live or saved site, its downloads and its release log agree, from nothing but its files.',
        zh: '只凭网站自身的文件，核验页面、下载与发布记录是否一致，线上网站或保存下来的都可以。',
      },
      rest: 'URL|DIR',
      options: OPTIONS,
    },
    args,
  )
  const { verifyCopy } = await import('./verify/verify-copy.ts')
  await verifyCopy(options)
}

if (import.meta.main) await run(main)
