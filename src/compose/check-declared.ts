import type { DeclaredValue } from '../contracts/declared-values.ts'
import { type DatasetFigure, listOpenDimensions } from '../contracts/figure-declaration.ts'
import { fits, listRowsAt, textOf } from '../measure/rows-at.ts'
import { findTable } from '../measure/select.ts'
import type { Topic } from '../portal/content.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import type { PublishedRow, PublishedTable } from '../store/published-tables.ts'
import { has, type Site } from './site.ts'
import { describeWholeWithdrawal } from './withdrawal-words.ts'

/** What topics declare and the published tables cannot give: a figure would be missing, or a sentence, without a word. */
export function checkDeclared(site: Site): Problem[] {
  return site.topics.flatMap((topic) => {
    const scope = { site, file: `content/topics/${topic.id}/zh.mdx` }
    return [
      ...listFigures(topic).flatMap((figure) => checkFigure(scope, figure)),
      ...topic.sections.flatMap(({ id, values = {} }) =>
        Object.entries(values).flatMap(([name, value]) => checkValue(scope, `${id}.values.${name}`, { value })),
      ),
    ]
  })
}

interface Scope {
  site: Site
  file: string
}

function listFigures({ figures, sections }: Topic): DatasetFigure[] {
  return [...figures, ...sections.flatMap((section) => section.figures ?? [])]
}

function checkFigure(scope: Scope, figure: DatasetFigure): Problem[] {
  const { site, file } = scope
  const table = findTable(site.published, figure.dataset, figure.table)
  const of = `${figure.dataset}/${figure.table}`
  // What was taken out is no fault of the words: the page says that it was, and when.
  if (!table && describeWholeWithdrawal(site.published, figure.dataset, figure.table)) return []
  if (!table) return [createProblem('content-unpublished', { file, columnName: figure.id }, { found: of })]
  const open = listOpenDimensions(table.contract, figure).map((name) =>
    createProblem('content-key-missing', { file, columnName: `${figure.id}.where.${name}` }),
  )
  const values = Object.entries(figure.values ?? {}).flatMap(([name, value]) =>
    checkValue(scope, `${figure.id}.values.${name}`, { value, own: table }),
  )
  return [...open, ...checkRows(scope, figure, table), ...values]
}

/** Values that no row has: of a free text, nobody knows before which there are. */
function checkRows({ file }: Scope, figure: DatasetFigure, table: PublishedTable): Problem[] {
  const { where = {}, only = [], series } = figure as { where?: typeof figure.where; only?: string[]; series?: string } // of any kind
  const rows = listAllRows(table)
  const reportMissing = (key: string, found: string) =>
    createProblem('content-row-missing', { file, columnName: `${figure.id}.${key}` }, { found })
  const unknown = Object.entries(where).flatMap(([column, value]) =>
    [value]
      .flat()
      .filter((text) => !rows.some((row) => textOf(row, column) === text))
      .map((text) => reportMissing(`where.${column}`, text)),
  )
  const absent =
    series === undefined
      ? []
      : only
          .filter((code) => !rows.some((row) => textOf(row, series) === code))
          .map((code) => reportMissing('only', code))
  if (unknown.length > 0 || absent.length > 0) return [...unknown, ...absent]
  return rows.some((row) => fits(row, where)) ? [] : [reportMissing('where', JSON.stringify(where))]
}

/** A number in words is one cell: of several rows nobody knows which was meant. */
function checkValue(
  { site, file }: Scope,
  columnName: string,
  { value, own }: { value: DeclaredValue; own?: PublishedTable },
): Problem[] {
  if (!('where' in value)) return []
  if ('dataset' in value && !has(site, value.dataset, value.table)) {
    if (describeWholeWithdrawal(site.published, value.dataset, value.table)) return []
    return [createProblem('content-unpublished', { file, columnName }, { found: `${value.dataset}/${value.table}` })]
  }
  const table = 'dataset' in value ? findTable(site.published, value.dataset, value.table) : own
  const period = value.period ?? table?.periods.at(-1) ?? ''
  const rows = table ? listRowsAt(table, value.where, period) : []
  if (rows.length === 1) return []
  const rule = rows.length === 0 ? 'content-row-missing' : 'content-rows-several'
  return [createProblem(rule, { file, columnName }, { found: JSON.stringify(value.where) })]
}

function listAllRows(table: PublishedTable): PublishedRow[] {
  return table.periods.flatMap((period) => table.readRows(period))
}
