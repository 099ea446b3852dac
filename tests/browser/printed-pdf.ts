import { getDocumentProxy } from 'unpdf'
import { type PdfNode, readTaggedPage } from '../../scripts/scan/pdf-words.ts'

/** What a reader of PDFs finds in a tagged PDF. Texts are without spaces, which depend on lines and columns. */
export interface ReadPdf {
  info: Record<string, unknown>
  isMarked: boolean
  /** Bookmarks with their depth, from 0. */
  outline: { title: string; depth: number }[]
  /** The text by the structure tree, as it is read aloud and copied. */
  tagged: string
  /** Text outside the tags, page by page. */
  artifacts: string[]
  /** Descriptions of figures. */
  descriptions: string[]
  /** Tags by how often they occur. */
  tags: Map<string, number>
  /** What each link leads to and what it says of that. */
  links: { url: string; contents: string }[]
}

export const stripSpaces = (text: string) => text.replaceAll(/[\s\u200b\u00ad]+/g, '')

export async function readTaggedPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const read: ReadPdf = {
    info: (await document.getMetadata()).info as Record<string, unknown>,
    isMarked: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
    outline: flatten((await document.getOutline()) ?? [], 0),
    tagged: '',
    artifacts: [],
    descriptions: [],
    tags: new Map(),
    links: [],
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { byId, loose, tree } = await readTaggedPage(page)
    read.artifacts.push(stripSpaces(loose))
    visit(tree, (node) => {
      if (node.type === 'content') read.tagged += stripSpaces(byId.get(node.id ?? '') ?? '')
      if (node.role) read.tags.set(node.role, (read.tags.get(node.role) ?? 0) + 1)
      if (node.role === 'Figure') read.descriptions.push(node.alt ?? '')
    })
    for (const note of (await page.getAnnotations()) as { url?: string; contentsObj?: { str: string } }[]) {
      read.links.push({ url: note.url ?? '', contents: note.contentsObj?.str ?? '' })
    }
    page.cleanup()
  }
  await document.loadingTask.destroy()
  return read
}

interface Bookmark {
  title: string
  items: Bookmark[]
}

function flatten(items: readonly Bookmark[], depth: number): ReadPdf['outline'] {
  return items.flatMap(({ title, items: below }) => [{ title, depth }, ...flatten(below, depth + 1)])
}

function visit(node: PdfNode | null, look: (node: PdfNode) => void): void {
  if (node === null) return
  look(node)
  for (const child of node.children ?? []) visit(child, look)
}
