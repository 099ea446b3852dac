import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './pdf/pdf-options.ts'

/** Prints the bulletins of a built site as tagged PDF; `build -- --pdf` puts them into the site. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'pdf',
      does: {
        en: 'Prints the bulletins of the built site as tagged PDF (PDF/UA-1), one a month and language, by a Chromium.',
        zh: '用Chromium把生成的网站里的公报打印成带标签的PDF（PDF/UA-1），每月每种语言一个。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { writePdfsApart } = await import('./pdf/write-pdfs-apart.ts')
  await writePdfsApart(options)
}

if (import.meta.main) await run(main)
