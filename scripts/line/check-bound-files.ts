import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Report } from '../../src/compose/section.ts'
import type { Site } from '../../src/compose/site.ts'
import { reportUnknownName } from '../../src/portal/content-names.ts'
import { HEAD } from '../../src/portal/mdx-parts.ts'
import { reportHeadSchemas } from '../../src/portal/settings.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { LANGS, type Lang } from '../../src/text/local-text.ts'
import { checkBoundWords, type HeadLine } from '../../src/views/check-bound-words.ts'
import { buildReport, listReportMonths } from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'
import { checkEntryWords, checkSystemWords } from './check-stated-numbers.ts'

/** A folder of words in both languages, and the page that prints them. */
interface WordsFolder {
  folder: string
  /** Null for a page without figures. */
  report: (() => Report) | null
  month: string | null
}

/** Files of words in which something else is wrong already. */
interface FilesAtFault {
  /** Those that do not compile: they have no parts to look at. */
  unread: ReadonlySet<string>
  /** Those of whose figures and parts some are left out: which a page may name is not known. */
  heads: ReadonlySet<string>
}

/** Every file of words that the site prints, compared with the published data. */
export async function checkBoundFiles(site: Site, content: string, atFault: FilesAtFault): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { folder, report, month } of listFolders(site)) {
    const isHeadSound = LANGS.every((lang) => !atFault.heads.has(`content/${folder}/${lang}.mdx`))
    for (const lang of LANGS) {
      const path = join(content, folder, `${lang}.mdx`)
      const file = `content/${folder}/${lang}.mdx`
      if (!existsSync(path) || atFault.unread.has(file)) continue
      const text = await readFile(path, 'utf8')
      const head = readHead(text, { file, schema: chooseHeadSchema(folder, lang) })
      problems.push(...head.problems)
      // Without its head, it is unknown which numbers of the text are not figures.
      if (head.words === null) continue
      const sections = report?.().sections ?? []
      const named = {
        figures: sections.flatMap(({ figures }) => figures.map(({ id }) => id)),
        parts: sections.map(({ id }) => id),
      }
      const { lines, notFigures, findUnknownParts } = head.words
      const words = { file, text, lang, month, head: lines, notFigures, named: isHeadSound ? named : null }
      problems.push(...(isHeadSound ? findUnknownParts(named.parts) : []), ...checkBoundWords(site, words))
    }
  }
  return [...problems, ...(await checkSystemWords(site, content)), ...(await checkEntryWords(site, content))]
}

function listFolders(site: Site): WordsFolder[] {
  const pages = ['pages/about', 'pages/methods'].map((folder) => ({ folder, report: null, month: null }))
  const topics = site.topics.map((topic) => ({
    folder: `topics/${topic.id}`,
    report: () => buildTopicReport(site, topic),
    month: null,
  }))
  const months = site.settings.city === undefined ? [] : listReportMonths(site)
  const reports = months.map((month) => ({ folder: `reports/${month}`, report: () => buildReport(site, month), month }))
  return [...pages, ...topics, ...reports]
}

/** Heads of topics are checked where they are opened. */
function chooseHeadSchema(folder: string, lang: Lang): z.ZodType | null {
  if (folder.startsWith('reports/')) return reportHeadSchemas[lang]
  return folder.startsWith('pages/') ? pageHeadSchema : null
}

/** What any page has. */
const pageHeadSchema = z.looseObject({
  title: z.string().optional(),
  summary: z.string().optional(),
  notFigures: z.array(z.string()).optional(),
  replaces: z.array(z.string()).optional(),
})

/** What is wrong with a head, and its words; null for a head that is not YAML. */
function readHead(text: string, { file, schema }: { file: string; schema: z.ZodType | null }) {
  const [, head = ''] = HEAD.exec(text) ?? []
  const at = { file, firstLine: 2 }
  const problems = schema ? readYaml(head, schema, at).problems : []
  const { value, fitted, lineOf } = readYaml(head, pageHeadSchema, at)
  if (value === null) return { problems, words: null }
  const { notFigures = [], replaces = [] } = value
  const lines: HeadLine[] = (['title', 'summary'] as const).flatMap((key) => {
    const words = value[key]
    return words === undefined ? [] : [{ line: lineOf([key]) ?? 1, text: words }]
  })
  if (file.startsWith('content/topics/')) lines.push(...listDeclaredTexts(fitted?.value, lineOf))
  const findUnknownParts = (parts: readonly string[]) =>
    replaces.flatMap((found, index) =>
      parts.includes(found)
        ? []
        : reportUnknownName({ file, fitted, lineOf }, ['replaces', index], { found, known: parts, kind: PART }),
    )
  return { problems, words: { notFigures, lines, findUnknownParts } }
}

/** What sections and figures of the head of a topic print, in both languages. */
function listDeclaredTexts(head: unknown, lineOf: (path: readonly PropertyKey[]) => number | null): HeadLine[] {
  const { sections, figures } = z
    .looseObject({ sections: LIST, figures: LIST })
    .catch({ sections: [], figures: [] })
    .parse(head)
  const lines: HeadLine[] = []
  const add = (words: unknown, path: readonly PropertyKey[], isClaimed = false) => {
    const both = BOTH.safeParse(words)
    if (!both.success) return
    for (const lang of LANGS)
      lines.push({ line: lineOf([...path, lang]) ?? 1, text: both.data[lang], lang, isDeclared: true, isClaimed })
  }
  const addFigures = (list: readonly Record<string, unknown>[], path: readonly PropertyKey[]) => {
    for (const [at, figure] of list.entries())
      for (const key of ['title', 'note']) add(figure[key], [...path, at, key], figure['when'] !== undefined)
  }
  addFigures(figures, ['figures'])
  for (const [at, section] of sections.entries()) {
    add(section['heading'], ['sections', at, 'heading'])
    for (const [index, text] of LIST_OF_ANY.parse(section['text']).entries()) add(text, ['sections', at, 'text', index])
    addFigures(LIST.parse(section['figures']), ['sections', at, 'figures'])
  }
  return lines
}

/** Shapes that are not checked here: a head at fault is reported where it is opened, and has no texts to look at. */
const LIST_OF_ANY = z.array(z.unknown()).catch([])
const LIST = z.array(z.looseObject({})).catch([])
const BOTH = z.looseObject({ zh: z.string(), en: z.string() })

const PART = { zh: '公报的部分', en: 'part of the report' }
