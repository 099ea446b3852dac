import { getDocumentProxy } from 'unpdf'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

/** What one page of a PDF says. */
interface TaggedPage {
  /** Text of marked content by its id, with a line break where the print has it. */
  byId: ReadonlyMap<string, string>
  /** Text outside the tags: heads and feet, and all of a PDF without tags. */
  loose: string
  /** Null where the PDF has no tags. */
  tree: PdfNode | null
}

/** Of the structure tree: an element with its role, or marked content with its id. */
export interface PdfNode {
  type?: string
  id?: string
  role?: string
  /** Description of a figure. */
  alt?: string
  children?: PdfNode[]
}

/** Words of a PDF where a reader, a screen reader or a program meets them; `page` is null for those of the whole file. */
interface PdfWords {
  page: number | null
  text: string
}

/**
 * Every run of words of a PDF: paragraphs and cells by its tags, what is drawn outside them line by line, descriptions, links
 * and notes, bookmarks, properties. What lies outside the page is not among it. Null where it cannot be read, and where other
 * files are in it.
 */
export async function listPdfWords(bytes: Uint8Array): Promise<PdfWords[] | null> {
  // The reader takes the bytes for itself; what it would warn of on the terminal is no fault of the site.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(() => null)
  if (document === null) return null
  try {
    return await readWords(document)
  } catch {
    // A page of it is damaged: the caller reports it as not scanned.
    return null
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readWords(document: PdfDocument): Promise<PdfWords[] | null> {
  if ((await document.getAttachments()) !== null) return null
  const { info, metadata } = await document.getMetadata()
  const whole = [...listTexts(info), metadata?.getRaw() ?? '', ...listTexts(await document.getOutline())]
  const words = whole.map((text): PdfWords => ({ page: null, text }))
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const read = await readTaggedPage(page)
    const lines = [
      ...splitLines(renderTree(read)),
      ...splitLines(read.loose),
      ...listTexts(await page.getAnnotations()),
    ]
    words.push(...lines.map((text) => ({ page: number, text })))
    page.cleanup()
  }
  return words
}

/** Sorts the text of a page by the content of its structure tree. */
export async function readTaggedPage(page: PdfPage): Promise<TaggedPage> {
  const byId = new Map<string, string>()
  const open: (string | null)[] = []
  let loose = ''
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  for (const item of items) {
    const at = open.at(-1) ?? null
    if ('str' in item) {
      const text = item.hasEOL ? `${item.str}\n` : item.str
      if (at === null) loose += text
      else byId.set(at, (byId.get(at) ?? '') + text)
    } else if (item.type === 'endMarkedContent') open.pop()
    // Content without an id belongs to that around it, unless it is said to be none.
    else open.push(item.id ?? ('tag' in item && item.tag === 'Artifact' ? null : at))
  }
  return { byId, loose, tree: await page.getStructTree() }
}

/** The text by the tags, a line for each element that parts words. Where the print breaks Chinese text, nothing is put between. */
function renderTree({ byId, tree }: TaggedPage): string {
  const render = (node: PdfNode): string => {
    if (node.type === 'content') {
      return (byId.get(node.id ?? '') ?? '').replace(/(\p{Script=Han})?\n/gu, (_, han?: string) => han ?? ' ')
    }
    const inner = `${node.alt === undefined ? '' : `${node.alt}\n`}${(node.children ?? []).map(render).join('')}`
    return INLINE.has(node.role ?? '') ? inner : `\n${inner}\n`
  }
  return tree === null ? '' : render(tree)
}

/** Roles inside a word or a number that do not part it. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'NonStruct'])

function splitLines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** Every text in a value as the reader of PDFs returns it, however deep. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
  // The same text comes as it is and in other forms: an address that may be opened, and as it was written.
  return [...new Set(Object.values(value).flatMap(listTexts))]
}
