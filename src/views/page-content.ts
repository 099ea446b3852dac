import { type CollectionEntry, getCollection, render } from 'astro:content'
import { z } from 'zod'
import { documentShape, documentWordsShape } from '../portal/disclosure.ts'
import { type MdxTag, readMdxParts } from '../portal/mdx-parts.ts'
import type { Lang, LocalText } from '../text/local-text.ts'
import type { DocumentHead } from './disclosure-record.ts'
import type { Frame } from './page-frame.ts'

/** Words of a page in both languages: title, summary, and the body to render in one of them. */
interface PageContent {
  title: LocalText
  summary: LocalText
  Content: Awaited<ReturnType<typeof render>>['Content']
}

/** Words that must be there: `pages/about`, `topics/ageing`. Throws with the name of the missing file. */
async function requireContent(id: string, lang: Lang): Promise<PageContent> {
  const [zh, en] = [await findEntry(id, 'zh'), await findEntry(id, 'en')]
  if (!zh || !en) throw new Error(`content/${id} needs zh.mdx and en.mdx`)
  const { Content } = await render(lang === 'zh' ? zh : en)
  return {
    title: { zh: zh.data.title, en: en.data.title },
    summary: { zh: zh.data.summary ?? '', en: en.data.summary ?? '' },
    Content,
  }
}

/** A page of the portal's own words, `content/pages/<room>`: its head and its body. */
export async function openOwnPage(
  room: 'about' | 'methods',
  lang: Lang,
): Promise<{ frame: Frame; Content: PageContent['Content'] }> {
  const { title, summary, Content } = await requireContent(`pages/${room}`, lang)
  const search = { kind: 'page', authority: true } as const
  return { frame: { path: `/${room}/`, title, description: summary, crumbs: [], room, search }, Content }
}

/** Words that may be absent, with the components that they use and the parts that they replace. */
export async function findContent(id: string, lang: Lang): Promise<FoundWords | null> {
  const found = await findEntry(id, lang)
  if (!found) return null
  const { replaces = [] } = found.data
  return { Content: (await render(found)).Content, tags: readMdxParts(found.body ?? '').tags, replaces }
}

/** What the heads of a bulletin state of it as a document: in its Chinese file, and in that of the language. */
export async function findDocumentHead(id: string, lang: Lang): Promise<DocumentHead> {
  const [zh, own] = [await findEntry(id, 'zh'), await findEntry(id, lang)]
  const stated = z.object(documentShape).parse(readDays(zh?.data ?? {}))
  return { ...stated, ...z.object(documentWordsShape).parse(own?.data ?? {}) }
}

/** A day without quotes is a date to Astro, and a text in our own reading of the same head. */
function readDays(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, value instanceof Date ? value.toISOString().slice(0, 10) : value]),
  )
}

interface FoundWords {
  Content: PageContent['Content']
  tags: readonly MdxTag[]
  replaces: readonly string[]
}

/** Asked of the whole collection, because asking for an entry that is not there is a warning. */
async function findEntry(id: string, lang: Lang): Promise<CollectionEntry<'words'> | undefined> {
  const all = await getCollection('words')
  return all.find((candidate) => candidate.id === `${id}/${lang}`)
}
