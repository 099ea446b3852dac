import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Report } from '../../src/compose/section.ts'
import type { Site } from '../../src/compose/site.ts'
import { HEAD } from '../../src/portal/mdx-parts.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import type { Problem } from '../../src/problems/problem.ts'
import { LANGS } from '../../src/text/local-text.ts'
import { checkBoundWords } from '../../src/views/check-bound-words.ts'
import { buildReport, listReportMonths } from '../../src/views/report-page.ts'
import { buildTopicReport } from '../../src/views/topic-page.ts'

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
      const notFigures = readPhrases(text)
      // Without its head, it is unknown which numbers of the text are not figures.
      if (notFigures === null) continue
      const sections = report?.().sections ?? []
      const named = {
        figures: sections.flatMap(({ figures }) => figures.map(({ id }) => id)),
        parts: sections.map(({ id }) => id),
      }
      const words = { file, text, lang, month, notFigures, named: isHeadSound ? named : null }
      problems.push(...checkBoundWords(site, words))
    }
  }
  return problems
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

const PHRASES = z.looseObject({ notFigures: z.array(z.string()).optional() })

/** Phrases of the head; null for a head that is not YAML, which is reported where its page is opened. */
function readPhrases(text: string): string[] | null {
  const [, head = ''] = HEAD.exec(text) ?? []
  const { value } = readYaml(head, PHRASES, { file: '' })
  return value && (value.notFigures ?? [])
}
