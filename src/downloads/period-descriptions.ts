import { joinLanguages } from './column-headings.ts'
import { renderPeriodCsvw } from './csvw.ts'
import { buildSchema, describeFile, describePackage } from './data-package.ts'
import type { DatasetFacts } from './dataset-facts.ts'
import type { DownloadFile } from './download-file.ts'
import type { TableContent } from './table-content.ts'

/** A published CSV of one period: `2026-10.1.csv`. */
interface PeriodCsv {
  name: string
  text: string
}

/**
 * What describes the CSV files of a table's folder, a period each: what they hold, whose they are and how to
 * cite them: CSVW, a Data Package, and the schema that its resources share.
 */
export function describePeriods(
  facts: DatasetFacts,
  table: Pick<TableContent, 'id' | 'columns' | 'periods' | 'title'>,
  files: readonly PeriodCsv[],
): DownloadFile[] {
  const title = `${joinLanguages(facts.title)}：${joinLanguages(table.title)}`
  const pack = {
    ...describePackage(facts),
    name: `${facts.id}-${table.id}-periods`,
    title,
    resources: files.map(({ name, text }) => ({
      ...describeFile(name, text, `${joinLanguages(table.title)} ${name.slice(0, name.indexOf('.'))}`),
      schema: SCHEMA,
    })),
  }
  const write = (name: string, text: string) => ({
    path: `${table.id}/${name}`,
    content: new TextEncoder().encode(text),
  })
  return [
    write(
      'csv-metadata.json',
      renderPeriodCsvw(
        facts,
        table,
        files.map(({ name }) => name),
      ),
    ),
    write('datapackage.json', `${JSON.stringify(pack, null, 1)}\n`),
    write(SCHEMA, `${JSON.stringify(buildSchema(table), null, 1)}\n`),
  ]
}

const SCHEMA = 'schema.json'
