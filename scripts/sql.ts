import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS } from './sql/sql-options.ts'

/** Prints a contract as SQL: what judges the rows that are handed over, and what makes its tables of them. */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'sql',
      does: {
        en: 'Prints a contract as SQL for DuckDB or Spark: the pass that names what each row breaks, and its tables.',
        zh: '把数据约定打印为DuckDB或Spark的SQL：先逐行核对，指出各行违反的规则，再制表。',
      },
      options: OPTIONS,
    },
    args,
  )
  const { printSql } = await import('./sql/print-sql.ts')
  await printSql(options, args)
}

if (import.meta.main) await run(main)
