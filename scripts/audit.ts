import { OPTIONS } from './audit/audit-options.ts'
import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'

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
    },
    args,
  )
  const { auditTables } = await import('./audit/audit-tables.ts')
  await auditTables(options)
}

if (import.meta.main) await run(main)
