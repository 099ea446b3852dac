import type { Published, PublishedTable } from './published-tables.ts'

/**
 * The whole of a published table, all periods at their newest revision, as one CSV: one header, periods ascending. It
 * holds the very lines of the published files, so that anyone can hold it against them.
 */
export function renderTableCsv(table: PublishedTable, published: Published): string {
  return joinTexts(textsOf(table, published))
}

/** Texts with the same header, one after the other under one header. */
export function joinTexts(texts: readonly string[]): string {
  return texts.map((text, index) => (index === 0 ? text : text.slice(text.indexOf('\n') + 1))).join('')
}

function textsOf(table: PublishedTable, published: Published): string[] {
  return table.periods.flatMap((period) => {
    const file = table.files.get(period)
    return file ? [published.textOf(file)] : []
  })
}
