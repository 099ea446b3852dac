import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { hasErrors } from '../problems/problem.ts'
import { PortalFault } from '../release/fault.ts'
import { openPortal } from '../release/portal.ts'
import { readPublished } from '../release/read.ts'
import { eventsSchema, settingsSchema, topicHeadSchema } from './settings.ts'
import type { Site, Topic } from './site.ts'

/** Reads a portal's public figures and its words. Throws a sentence that names the file and what is wrong in it. */
export async function openSite(folders: { data: string; published: string; content: string }): Promise<Site> {
  const settings = await readYaml(join(folders.content, 'site.yaml'), settingsSchema)
  const eventsFile = join(folders.content, 'events.yaml')
  const events = existsSync(eventsFile) ? await readYaml(eventsFile, eventsSchema) : []
  const portal = await openPortal(folders.data)
  if (hasErrors(portal.problems)) throw new PortalFault(portal.problems)
  const published = await readPublished(folders.published, portal.contracts)
  const topics = await readTopics(folders.content, settings.topics)
  return { published, places: portal.places, settings, events, topics }
}

async function readYaml<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(parse(await readFile(file, 'utf8')))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  return result.data
}

/** Topics of the settings that have words in both languages; one that lacks a language is an error. */
async function readTopics(content: string, ids: readonly string[]): Promise<Topic[]> {
  const folder = join(content, 'topics')
  const found = existsSync(folder) ? await readdir(folder) : []
  const unknown = ids.filter((id) => !found.includes(id))
  if (unknown.length > 0)
    throw new Error(`content/site.yaml names topics without a folder in content/topics: ${unknown.join(', ')}`)
  return Promise.all(
    ids.map(async (id) => {
      const [zh, en] = await Promise.all([headOf(join(folder, id, 'zh.mdx')), headOf(join(folder, id, 'en.mdx'))])
      return { id, title: { zh: zh.title, en: en.title }, figures: zh.figures ?? [] }
    }),
  )
}

async function headOf(file: string): Promise<z.infer<typeof topicHeadSchema>> {
  const head = /^---\r?\n([\s\S]*?)\r?\n---/.exec(await readFile(file, 'utf8'))
  if (!head?.[1]) throw new Error(`${file}: starts with no --- frontmatter with title and summary`)
  const result = topicHeadSchema.safeParse(parse(head[1]))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  return result.data
}
