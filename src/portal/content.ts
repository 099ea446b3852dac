import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'
import { LANGS, type LocalText } from '../text/local-text.ts'
import type { KnownNames } from './check-references.ts'
import { type ContentSource, checkNames, reportUnknownName } from './content-names.ts'
import { HEAD } from './mdx-parts.ts'
import { type Question, questionsSchema, type Term, termsSchema } from './plain-words.ts'
import {
  type DeclaredFigure,
  type DeclaredSection,
  type EventNote,
  eventsSchema,
  type Settings,
  type SynonymGroup,
  settingsSchema,
  thesaurusSchema,
  topicHeadSchema,
} from './settings.ts'
import { checkSystemNames } from './system-names.ts'
import { type DutiesFile, dutiesSchema, type SystemsFile, systemsSchema } from './systems-schema.ts'
import { checkTermNames } from './term-names.ts'
import { readYaml, type YamlReading } from './yaml.ts'

/** All words of a portal that pages are made of, beside those that pages print whole. */
export interface Content {
  settings: Settings
  events: readonly EventNote[]
  /** Topics that have words in `content/topics/`, in the order of the settings. */
  topics: readonly Topic[]
  /** Words that search takes for each other. */
  thesaurus: readonly SynonymGroup[]
  /** Systems of governance that have pages; null where the portal describes none. */
  systems: SystemsFile | null
  /** Duties that the portal shows; null where it shows none. */
  duties: DutiesFile | null
  /** Plain words for measures, values and terms; [] where the portal has none of its own. */
  terms: readonly Term[]
  /** Questions with answers of the publisher's own. */
  questions: readonly Question[]
}

/** A topic page: its words come from content, its figures from the view of that name or from its own list. */
export interface Topic {
  id: string
  title: LocalText
  /** One sentence, as the front page and search engines show it. */
  summary: LocalText
  /** Figures that its own words ask for; [] where the view of that name draws them. */
  figures: DeclaredFigure[]
  /** Parts of its page that its own words declare. */
  sections: DeclaredSection[]
}

/** The words of a portal, or all that is wrong with them: one fault never hides another. */
export interface ContentReading {
  /** Null where anything is wrong. */
  content: Content | null
  /** The words without the figures and parts that are at fault, which can be compared with published numbers; null without settings. */
  sound: Content | null
  problems: Problem[]
  /** Line of what a topic declares, by its id: `lit-rate.where.light`. */
  rowOf(file: string, name: string): number | null
}

/**
 * Reads a portal's content folder and holds every name in it against the places and contracts. `known` is null where
 * names are not looked up: what is withdrawn does not wait for words.
 */
export async function openContent(folder: string, known: KnownNames | null): Promise<ContentReading> {
  const settings = await readSource(folder, 'site.yaml', settingsSchema)
  const events = await readIfPresent(folder, 'events.yaml', eventsSchema)
  const thesaurus = await readIfPresent(folder, 'thesaurus.yaml', thesaurusSchema)
  const systems = await readIfPresent(folder, 'systems/systems.yaml', systemsSchema)
  const duties = await readIfPresent(folder, 'duties/duties.yaml', dutiesSchema)
  const terms = await readIfPresent(folder, 'terms.yaml', termsSchema)
  const questions = await readIfPresent(folder, 'questions.yaml', questionsSchema)
  const topics = await readTopics(folder, settings)
  const sources = [settings, events, thesaurus, systems, duties, terms, questions, topics].flatMap(
    (source) => source?.problems ?? [],
  )
  const problems = [...sources, ...listMissingPages(folder)]
  if (known) problems.push(...checkNames({ settings, events, heads: topics.topics.map((topic) => topic.zh) }, known))
  if (known) problems.push(...checkSystemNames({ systems, duties }, known), ...checkTermNames(terms, known))
  const sound = settings.fitted && {
    settings: settings.fitted.value,
    events: events?.value ?? [],
    thesaurus: thesaurus?.value ?? [],
    systems: systems?.value ?? null,
    duties: duties?.value ?? null,
    terms: terms?.value ?? [],
    questions: questions?.value ?? [],
    topics: topics.topics.flatMap((topic) => listSoundTopics(topic, problems)),
  }
  const rowOf = (file: string, name: string) => {
    const head = topics.topics.find(({ zh }) => zh.file === file)?.zh
    return head ? findDeclared(head, name) : null
  }
  return { content: problems.length > 0 ? null : sound, sound, problems, rowOf }
}

type Head = z.infer<typeof topicHeadSchema>

interface TopicFiles {
  id: string
  zh: ContentSource<Head>
  en: ContentSource<Head>
}

/** A topic without the figures and parts in which something is wrong; [] without its words. */
function listSoundTopics({ id, zh, en }: TopicFiles, problems: readonly Problem[]): Topic[] {
  if (!zh.fitted || !en.fitted) return []
  const { title, summary, figures = [], sections = [] } = zh.fitted.value
  const names = problems.flatMap(({ file, columnName }) => (file === zh.file ? `${columnName}.` : []))
  const keepSound = <T>(key: string, parts: readonly T[]): T[] =>
    parts.filter((_, index) => !names.some((name) => name.startsWith(`${key}.${index}.`)))
  return [
    {
      id,
      title: { zh: title, en: en.fitted.value.title },
      summary: { zh: summary, en: en.fitted.value.summary },
      figures: keepSound('figures', figures),
      sections: keepSound('sections', sections),
    },
  ]
}

/** Line of a figure or a section of this id, or of what it holds. */
function findDeclared({ fitted, lineOf }: ContentSource<Head>, name: string): number | null {
  const [id, ...rest] = name.split('.')
  const { figures = [], sections = [] } = fitted?.value ?? {}
  const parts = [
    ...figures.map((figure, at) => ({ id: figure.id, path: ['figures', at] })),
    ...sections.flatMap((section, at) => [
      { id: section.id, path: ['sections', at] },
      ...(section.figures ?? []).map((figure, index) => ({ id: figure.id, path: ['sections', at, 'figures', index] })),
    ]),
  ]
  const path = parts.find((part) => part.id === id)?.path
  return path ? lineOf([...path, ...rest]) : null
}

/** Null where the portal has no such file, which it need not have. */
async function readIfPresent<T>(folder: string, path: string, schema: z.ZodType<T>): Promise<ContentSource<T> | null> {
  return existsSync(join(folder, path)) ? readSource(folder, path, schema) : null
}

async function readSource<T>(folder: string, path: string, schema: z.ZodType<T>): Promise<ContentSource<T>> {
  const file = `content/${path}`
  if (!existsSync(join(folder, path)))
    return { file, ...reportUnread([createProblem('content-file-missing', { file })]) }
  return { file, ...readYaml(await readFile(join(folder, path), 'utf8'), schema, { file }) }
}

function reportUnread(problems: Problem[]): YamlReading<never> {
  return { value: null, fitted: null, problems, lineOf: () => null }
}

/** Pages that every site has; their words are the portal's own. */
function listMissingPages(folder: string): Problem[] {
  const paths = ['about', 'methods'].flatMap((page) => LANGS.map((lang) => `pages/${page}/${lang}.mdx`))
  return paths
    .filter((path) => !existsSync(join(folder, path)))
    .map((path) => createProblem('content-file-missing', { file: `content/${path}` }))
}

/**
 * Topics of the settings that have words in both languages; a topic that lacks a language is an error. Where the settings
 * do not say rightly which topics there are, all folders are read, so that no fault of theirs is left for another run.
 */
async function readTopics(
  content: string,
  source: ContentSource<Settings>,
): Promise<{ topics: TopicFiles[]; problems: Problem[] }> {
  const folder = join(content, 'topics')
  const found = existsSync(folder) ? await readdir(folder) : []
  const listed = source.fitted?.value.topics ?? []
  const kind = { zh: '专题（content/topics/中的文件夹）', en: 'topic (a folder in content/topics/)' }
  const problems = listed.flatMap((id, index) =>
    found.includes(id) ? [] : reportUnknownName(source, ['topics', index], { found: id, known: found, kind }),
  )
  const topics: TopicFiles[] = []
  for (const id of source.value && problems.length === 0 ? listed : found) {
    const [zh, en] = await Promise.all([headOf(content, `topics/${id}/zh.mdx`), headOf(content, `topics/${id}/en.mdx`)])
    problems.push(...zh.problems, ...en.problems)
    topics.push({ id, zh, en })
  }
  return { topics, problems }
}

async function headOf(folder: string, path: string): Promise<ContentSource<Head>> {
  const file = `content/${path}`
  if (!existsSync(join(folder, path)))
    return { file, ...reportUnread([createProblem('content-file-missing', { file })]) }
  const head = HEAD.exec(await readFile(join(folder, path), 'utf8'))
  if (!head?.[1]) return { file, ...reportUnread([createProblem('content-head-missing', { file, row: 1 })]) }
  return { file, ...readYaml(head[1], topicHeadSchema, { file, firstLine: 2 }) }
}
