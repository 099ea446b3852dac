import { toPlainText } from '../../src/compose/rich.ts'
import { LANGS } from '../../src/text/local-text.ts'
import type { buildComparePage } from '../../src/views/compare/compare-page.ts'

/** A comparison as text, a line for each measure in each language: 受理：165件｜160件：锦中区比栖云区多3.1%。 */
export function printComparison({ sections, lead }: ReturnType<typeof buildComparePage>): string {
  const lines = LANGS.flatMap((lang) => [
    lead[lang],
    ...sections.flatMap(({ contract, tables }) => [
      `# ${contract.title[lang]}`,
      ...tables.flatMap(({ caption, rows }) => [
        `## ${caption[lang]}`,
        ...rows.map(({ name, values, say }) => {
          const cells = values.map(({ say, small }) =>
            [toPlainText(say[lang]), ...small.map((line) => line[lang])].join(' '),
          )
          return `${name[lang]}: ${cells.join(' | ')}: ${toPlainText(say[lang])}`
        }),
      ]),
    ]),
  ])
  return `${lines.join('\n')}\n`
}
