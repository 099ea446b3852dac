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

/** Every file of words that the site prints, compared with the published data. */
export async function checkBoundFiles(site: Site, content: string): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { folder, report, month } of listFolders(site)) {
    for (const lang of LANGS) {
      const path = join(content, folder, `${lang}.mdx`)
      if (!existsSync(path)) continue
      const text = await readFile(path, 'utf8')
      const sections = report?.().sections ?? []
      const found = checkBoundWords(site, {
        file: `content/${folder}/${lang}.mdx`,
        text,
        lang,
        month,
        notFigures: readPhrases(text),
        figures: sections.flatMap(({ figures }) => figures.map(({ id }) => id)),
        parts: sections.map(({ id }) => id),
      })
      problems.push(...found)
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

/** Phrases of the head; a head at fault is named where its page is opened. */
function readPhrases(text: string): string[] {
  const [, head = ''] = HEAD.exec(text) ?? []
  return readYaml(head, PHRASES, { file: '' }).value?.notFigures ?? []
}
