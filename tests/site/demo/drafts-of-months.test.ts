import { expect, test } from 'vitest'
import { bindCell } from '../../../src/compose/bound/bound-tags.ts'
import { composeChange, composeNumber, composeRank, findEarlier } from '../../../src/compose/bound/bound-words.ts'
import { type Rich, toPlainText } from '../../../src/compose/rich.ts'
import { HEAD, type MdxTag, readMdxParts } from '../../../src/portal/mdx-parts.ts'
import { reportHeadSchemas } from '../../../src/portal/settings.ts'
import { readYaml } from '../../../src/portal/yaml.ts'
import { LANGS, type Lang } from '../../../src/text/local-text.ts'
import { checkBoundWords } from '../../../src/views/check-bound-words.ts'
import { draftReport } from '../../../src/views/draft-report.ts'
import { composeMonthNote, listReportMonths, NOTES } from '../../../src/views/report-page.ts'
import { SITE } from './pages.ts'

const MONTHS = listReportMonths(SITE)

test('the draft of every month builds as it is, in both languages', () => {
  expect(MONTHS.length).toBeGreaterThan(30)
  for (const month of MONTHS)
    for (const lang of LANGS) {
      const text = draftReport(SITE, month)[lang]
      const file = `content/reports/${month}/${lang}.mdx`
      const { value, problems } = readYaml(HEAD.exec(text)?.[1] ?? '', reportHeadSchemas[lang], { file })
      expect(problems).toEqual([])
      const notFigures = value?.notFigures ?? []
      expect(checkBoundWords(SITE, { file, text, lang, month, notFigures, named: { figures: [], parts: [] } })).toEqual(
        [],
      )
      expect(readMdxParts(text).tags.length, month).toBeGreaterThan(5)
    }
})

/** What a reader of the page would read, with each component's words in its place. */
function readAloud(month: string, lang: Lang): string {
  const text = draftReport(SITE, month)[lang]
  const body = text.slice(text.indexOf('\n---\n') + 5).replaceAll(/\{\/\*[\s\S]*?\*\/\}/g, '')
  return body.replaceAll(/<[A-Z][^>]*\/>/g, (source) => {
    const [tag] = readMdxParts(source).tags
    if (!tag) throw new Error(source)
    return toPlainText(say(tag, month, lang))
  })
}

function say({ name, attributes }: MdxTag, month: string, lang: Lang): Rich {
  if (name === 'Note') {
    const of = NOTES.find((known) => known === attributes['of'])
    if (!of) throw new Error(`${attributes['of']}`)
    return composeMonthNote(SITE, month, of, lang)
  }
  const cell = bindCell(SITE, attributes['at'] ?? '')
  if ('reason' in cell) throw new Error(cell.reason.en)
  if (name === 'Number') return composeNumber(cell, false, lang)
  if (name === 'Rank') return composeRank(SITE, cell, lang)
  const from = attributes['from'] === 'year' ? 'year' : 'period'
  const before = findEarlier(SITE, cell, from)
  if (name !== 'Change' || !before || 'fault' in before) throw new Error(name)
  return composeChange(cell, before, from, lang)
}

test.each(['2025-02', '2025-07', '2026-10', '2023-11'])('the draft of %s, read aloud', async (month) => {
  await expect(LANGS.map((lang) => readAloud(month, lang)).join('\n')).toMatchFileSnapshot(`output/draft.${month}.txt`)
})
