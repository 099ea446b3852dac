import { openPortal, problemsOfPortal } from '../../src/portal/portal.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { hasErrors } from '../../src/problems/problem.ts'
import { compileContract } from '../../src/sql/compile-contract.ts'
import { HANDED_COLUMNS, listHandedColumns } from '../../src/sql/handed-columns.ts'
import { readerName } from '../../src/sql/handed-manifest.ts'
import { nameCell } from '../../src/sql/sql-text.ts'
import { findNearest } from '../../src/text/nearest.ts'
import { InputError, UsageError } from '../command/run-command.ts'
import { findToday } from '../line/today.ts'
import { groupHanded, listHanded } from './list-handed.ts'
import { renderScript } from './render-script.ts'
import { runHanded } from './run-handed.ts'
import type { SqlOptions } from './sql-options.ts'
import { writeHandedRows } from './write-handed-rows.ts'

/** Prints the SQL of one contract, and writes the rows that it runs over where a folder is given. */
export async function printSql(options: SqlOptions, args: readonly string[]): Promise<void> {
  if (options.run !== undefined) {
    for (const folders of await groupHanded(await listHanded(options.run))) {
      const figures = await runHanded(folders)
      if (options.format === 'json') process.stdout.write(`${JSON.stringify(figures)}\n`)
    }
    return
  }
  const portal = await openPortal(options.data)
  const problems = problemsOfPortal(portal)
  if (hasErrors(problems)) throw new InputError(printProblems(problems, options.lang))
  const ids = [...portal.contracts.keys()]
  const { dataset = '' } = options
  const contract = portal.profiles.get(dataset)?.contract ?? portal.contracts.get(dataset)
  if (!contract) {
    const near = findNearest(dataset, ids)[0] ?? ids.join(', ')
    throw new UsageError({
      zh: `请用--dataset写明数据集：${dataset === '' ? ids.join('、') : `没有“${dataset}”，是否为 ${near}`}。`,
      en: `Name a dataset with --dataset: ${dataset === '' ? ids.join(', ') : `there is no ${dataset}; did you mean ${near}`}.`,
    })
  }
  const compiled = compileContract(contract, { places: portal.places, dialect: options.dialect })
  const folder = options['hand-over']
  if (folder !== undefined) {
    const today = await findToday(options, args)
    const reader = readReader(options)
    await writeHandedRows(folder, { contract, portal, data: options.data, compiled, today, reader })
  }
  if (options.format === 'json') {
    const columns = [...HANDED_COLUMNS, ...listHandedColumns(contract).map(([id]) => nameCell(id))]
    process.stdout.write(
      `${JSON.stringify({ dataset, dialect: options.dialect, raw: columns, ...compiled }, null, 1)}\n`,
    )
  } else process.stdout.write(renderScript(contract, compiled))
}

function readReader({ reader }: SqlOptions): string | null {
  if (reader === undefined) return null
  if (readerName.safeParse(reader).success) return reader
  throw new UsageError({
    zh: `--reader只用字母、数字和“-”“_”“.”，以字母或数字开头：${reader}。`,
    en: `--reader takes letters, digits, "-", "_" and ".", and begins with a letter or digit: ${reader}.`,
  })
}
