import type { DataTable, FigureSpec } from '../../src/charts/figure.ts'
import { csvOf } from '../../src/charts/figure-csv.ts'
import { summarise } from '../../src/charts/summary.ts'
import type { Rich } from '../../src/compose/rich.ts'
import type { Report, Section } from '../../src/compose/section.ts'
import { formatValue } from '../../src/text/format.ts'
import { LANGS, type Lang } from '../../src/text/local-text.ts'

/** What a page holds, as a reader of either language meets it: for golden files that can be read aloud. */
export function printReport(report: Report): string {
  const page = {
    lead: renderEachLanguage((lang) => printSentence(report.lead[lang])),
    sections: report.sections.map(printSection),
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

/** A sentence with the numbers that stand for one cell in ⟦ ⟧, those computed from several in ⟨ ⟩. */
export function printSentence(words: Rich): string {
  return words
    .map((part) => {
      if (typeof part === 'string') return part
      return part.cell === undefined ? `⟨${part.text}⟩` : `⟦${part.text}⟧`
    })
    .join('')
}

function printSection(item: Section): unknown {
  return {
    id: item.id,
    heading: item.heading,
    ...(item.paragraphs
      ? { paragraphs: item.paragraphs.map((words) => renderEachLanguage((lang) => printSentence(words[lang]))) }
      : {}),
    ...(item.say ? { say: renderEachLanguage((lang) => printSentence(item.say?.[lang] ?? [])) } : {}),
    figures: item.figures.map(printFigure),
    tables: (item.tables ?? []).map((table) => ({
      caption: table.caption,
      ...renderEachLanguage((lang) => printLines(table.data, lang)),
    })),
  }
}

function printFigure(spec: FigureSpec): unknown {
  const sources = spec.sources.map(
    ({ dataset, table, from, to, demonstration }) =>
      `${dataset}/${table} ${from}…${to}${demonstration ? ' demonstration' : ''}`,
  )
  return {
    id: spec.id,
    kind: spec.kind,
    title: spec.title,
    summary: renderEachLanguage((lang) => summarise(spec, lang)),
    measure: spec.measure,
    period: spec.period,
    unit: spec.unit,
    ...(spec.note ? { note: spec.note } : {}),
    ...('annotations' in spec && spec.annotations?.length ? { annotations: spec.annotations } : {}),
    ...('rule' in spec && spec.rule ? { rule: { value: spec.rule.value, label: spec.rule.label } } : {}),
    sources,
    data: csvOf(spec).trimEnd().split('\n'),
  }
}

/** A table as lines: heading | cell | cell, with the units of the page. */
function printLines(table: DataTable, lang: Lang): string[] {
  const heading = table.columns.map((column) => column.label[lang]).join(' | ')
  const rows = table.rows.map((row) =>
    row
      .map((entry, index) => {
        if (typeof entry === 'string') return entry
        if ('zh' in entry) return entry[lang]
        const { unit = '', decimals = 0 } = table.columns[index] ?? {}
        return formatValue(entry, unit, decimals, lang)
      })
      .join(' | '),
  )
  return [heading, ...rows]
}

function renderEachLanguage<T>(say: (lang: Lang) => T): Record<string, T> {
  return Object.fromEntries(LANGS.map((lang) => [lang, say(lang)]))
}
