import { OPTIONS } from './audit/audit-options.ts'
import { readOptions } from './command/options.ts'
import { run, UsageError } from './command/run-command.ts'

/** Tries to work hidden cells back from what is published. Exit code 1 where any can be, or is narrower than promised. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'audit',
      does: {
        en: 'Tries to compute hidden cells from published cells, and prints those that can be computed.',
        zh: '用已公布的数字反推不公开的单元格，列出推得出的。',
      },
      options: OPTIONS,
      rest: 'DIR',
    },
    args,
  )
  const [folder, ...more] = options.rest
  if (more.length > 0 || (folder === undefined) === (options.tables === undefined)) {
    throw new UsageError({
      zh: '请写明一个已生成网站的文件夹，或用 --tables 写明文件。',
      en: 'Name the folder of one built site, or a file with --tables.',
    })
  }
  if (folder === undefined) {
    const { auditTables } = await import('./audit/audit-tables.ts')
    await auditTables(options)
  } else {
    const { printSiteAudit } = await import('./audit/audit-site.ts')
    await printSiteAudit(folder, options)
  }
}

if (import.meta.main) await run(main)
