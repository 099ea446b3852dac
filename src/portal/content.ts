import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { LANGS, type Words } from '../text/words.ts'
import { ContentFault } from './fault.ts'
import {
  type DeclaredFigure,
  type EventNote,
  eventsSchema,
  type Settings,
  settingsSchema,
  topicHeadSchema,
} from './settings.ts'

/** All words of a portal that pages are made of, beside those that pages print whole. */
export interface Content {
  settings: Settings
  events: readonly EventNote[]
  /** Topics that have words in `content/topics/`, in the order of the settings. */
  topics: readonly Topic[]
}

/** A topic page: its words come from content, its figures from the view of that name or from its own list. */
export interface Topic {
  id: string
  title: Words
  /** One sentence, as the front page and search engines show it. */
  summary: Words
  /** Figures that its own words ask for; [] where the view of that name draws them. */
  figures: DeclaredFigure[]
}

/** Reads a portal's content folder. Throws ContentFault. */
export async function openContent(folder: string): Promise<Content> {
  const settings = await readYaml(join(folder, 'site.yaml'), settingsSchema)
  const eventsFile = join(folder, 'events.yaml')
  const events = existsSync(eventsFile) ? await readYaml(eventsFile, eventsSchema) : []
  const topics = await readTopics(folder, settings.topics)
  requirePages(folder)
  return { settings, events, topics }
}

async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let value: unknown
  try {
    value = parse(await readText(file))
  } catch (error) {
    if (error instanceof YAMLParseError) throw wrongContent(file, error.message)
    throw error
  }
  const result = schema.safeParse(value)
  if (!result.success) throw wrongContent(file, z.prettifyError(result.error))
  return result.data
}

async function readText(file: string): Promise<string> {
  if (existsSync(file)) return readFile(file, 'utf8')
  throw new ContentFault({ zh: `缺少文件 ${file}，请补上。`, en: `There is no file ${file}; add it.` })
}

function wrongContent(file: string, reason: string): ContentFault {
  return new ContentFault({
    zh: `${file} 的内容不合要求，请按下面的提示修改：\n${reason}`,
    en: `${file} is not as it must be:\n${reason}`,
  })
}

/** Pages that every site has; their words are the portal's own. */
function requirePages(content: string): void {
  for (const page of ['about', 'methods']) {
    for (const lang of LANGS) {
      const file = join(content, 'pages', page, `${lang}.mdx`)
      if (existsSync(file)) continue
      throw new ContentFault({ zh: `缺少文件 ${file}，请补上。`, en: `There is no file ${file}; add it.` })
    }
  }
}

/** Topics of the settings that have words in both languages; one that lacks a language is an error. */
async function readTopics(content: string, ids: readonly string[]): Promise<Topic[]> {
  const folder = join(content, 'topics')
  const found = existsSync(folder) ? await readdir(folder) : []
  const unknown = ids.filter((id) => !found.includes(id))
  if (unknown.length > 0)
    throw new ContentFault({
      zh: `content/site.yaml 列出的专题在 content/topics 中没有文件夹：${unknown.join('、')}。请建立文件夹，或从列表中删去。`,
      en: `content/site.yaml names topics without a folder in content/topics: ${unknown.join(', ')}. Add the folder or take them off the list.`,
    })
  return Promise.all(
    ids.map(async (id) => {
      const [zh, en] = await Promise.all([headOf(join(folder, id, 'zh.mdx')), headOf(join(folder, id, 'en.mdx'))])
      const summary = { zh: zh.summary, en: en.summary }
      return { id, title: { zh: zh.title, en: en.title }, summary, figures: zh.figures ?? [] }
    }),
  )
}

async function headOf(file: string): Promise<z.infer<typeof topicHeadSchema>> {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(await readText(file))
  if (!head?.[1]) throw wrongContent(file, 'starts with no --- frontmatter with title and summary')
  const result = topicHeadSchema.safeParse(parse(head[1]))
  if (!result.success) throw wrongContent(file, z.prettifyError(result.error))
  return result.data
}
