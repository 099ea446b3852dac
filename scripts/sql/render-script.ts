import type { Contract } from '../../src/contracts/contract.ts'
import type { CompiledContract } from '../../src/sql/compile-contract.ts'
import { HANDED_COLUMNS, listHandedColumns } from '../../src/sql/handed-columns.ts'
import { nameCell } from '../../src/sql/sql-text.ts'

/** The statements as one text, with what an operator must know in comments. */
export function renderScript(
  contract: Contract,
  { statements, faultsQuery, passes, tables, leftOut }: CompiledContract,
): string {
  const columns = [...HANDED_COLUMNS, ...listHandedColumns(contract).map(([id]) => nameCell(id))]
  const head = [
    `${contract.title.zh} ${contract.title.en}: ${contract.id}`,
    `raw(${columns.join(', ')}): texts; line and ordinal are whole numbers`,
    '下列各项不在SQL之内 Not in this SQL:',
    ...leftOut.map(({ what, why }) => `  ${what}: ${why}`),
  ]
  const parts = [
    head.map((line) => `-- ${line}`).join('\n'),
    ...statements.map((statement) => `${statement};`),
    `-- 违反规则的行 Rows that break a rule\n${faultsQuery};`,
    ...passes.map((statement) => `${statement};`),
    ...tables.map(({ id, view, query }) => {
      const title = contract.tables[id]?.title
      return `-- ${title?.zh} ${title?.en}\ncreate or replace temporary view ${view} as\n${query};`
    }),
  ]
  return `${parts.join('\n\n')}\n`
}
