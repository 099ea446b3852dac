import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './conform/conform-options.ts'

/** Has programs that are not ours look at the built site; outside `npm test`, since a machine may lack any of them. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'conform',
      does: {
        en: 'Runs browsers and other programs of this machine on the built site and reports what they find.',
        zh: '用本机的浏览器和其他程序核对生成的网站，列出各自的发现。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { CHECKS } = await import('./conform/index.ts')
  const { conform } = await import('./conform/conform-site.ts')
  await conform(CHECKS, options)
}

if (import.meta.main) await run(main)
