import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { escapeXml } from '../../src/text/escape-xml.ts'
import { markArtifacts } from './content-marks.ts'
import { mendStructure, type Repeated } from './structure.ts'
import { mendUnicodeMap, openMender } from './unicode-map.ts'

/** What a printed page says of itself, and what its links lead to. */
export interface PdfFacts {
  title: string
  /** `zh-CN` */
  lang: string
  author: string
  /** `2026-11-20`, which stands for both dates: a file made again is the same file. */
  day: string
  /** What a link is called, by its address or, within the document, by `#` and its anchor. */
  links: ReadonlyMap<string, string>
  /** Headings in their order, of which the bookmarks are made. */
  headings: readonly string[]
  /** All that the page says, as it is written. */
  text: string
}

/**
 * A PDF as Chromium prints it, made to conform to PDF/UA-1 (ISO 14289-1): metadata, descriptions of links, artifacts,
 * structure. Nothing in it depends on the time or the process of printing.
 */
export async function finishPdf(bytes: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const repeated = mendStructure(context, catalog)
  for (const page of document.getPages()) {
    mendContent(context, page.node, page.ref, repeated)
    describeLinks(context, page.node, facts.links)
  }
  mendFonts(context, facts.text)
  nameBookmarks(context, catalog, facts.headings)
  writeFacts(document, facts)
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

function mendContent(context: PDFContext, page: PDFDict, ref: PDFRef, repeated: Repeated): void {
  const at = page.get(PDFName.of('Contents'))
  const parts = context.lookup(at) instanceof PDFArray ? context.lookup(at, PDFArray).asArray() : [at]
  const texts = parts.map((part) => readStream(context, part))
  const marks = repeated.get(ref) ?? new Set<number>()
  const content = markArtifacts(texts.join('\n'), (mcid) => marks.has(mcid))
  page.set(PDFName.of('Contents'), context.register(context.flateStream(Buffer.from(content, 'latin1'))))
  for (const part of parts) if (part instanceof PDFRef) context.delete(part)
}

function readStream(context: PDFContext, object: PDFObject | undefined): string {
  const stream = context.lookup(object)
  if (!(stream instanceof PDFRawStream)) throw new Error('pdf: a page without content')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** Each link says by its Contents where it leads (ISO 14289-1, 7.18.5). Throws for one that the page does not have. */
function describeLinks(context: PDFContext, page: PDFDict, links: ReadonlyMap<string, string>): void {
  const annotations = page.lookup(PDFName.of('Annots'))
  if (!(annotations instanceof PDFArray)) return
  for (const one of annotations.asArray()) {
    const annotation = context.lookup(one, PDFDict)
    if (annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
    const target = findTarget(annotation)
    const text = links.get(target)
    if (text === undefined) throw new Error(`pdf: a link to ${target} that the page does not have`)
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text))
  }
}

function findTarget(annotation: PDFDict): string {
  const action = annotation.lookup(PDFName.of('A'))
  const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText()
  const target = annotation.lookup(PDFName.of('Dest'))
  return target instanceof PDFName ? `#${target.decodeText()}` : '#'
}

function mendFonts(context: PDFContext, text: string): void {
  const mend = openMender(text)
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const at = object.get(PDFName.of('ToUnicode'))
    if (!(at instanceof PDFRef)) continue
    const before = readStream(context, at)
    const after = mendUnicodeMap(before, mend)
    if (after !== before) context.assign(at, context.flateStream(Buffer.from(after, 'latin1')))
  }
}

/**
 * Chromium 156 doubles the name of a heading that begins a page, 附表附表, and leaves out the space at which one is broken
 * into lines. Bookmarks come in the order of headings.
 */
function nameBookmarks(context: PDFContext, catalog: PDFDict, headings: readonly string[]): void {
  const left = [...headings]
  const visit = (object: PDFObject | undefined) => {
    for (let item = context.lookup(object); item instanceof PDFDict; item = item.lookup(NEXT)) {
      const title = item.lookup(PDFName.of('Title'))
      if (title instanceof PDFString || title instanceof PDFHexString) {
        const named = title.decodeText()
        const letters = stripSpaces(named)
        const at = left.findIndex((heading) => [1, 2].some((times) => letters === stripSpaces(heading).repeat(times)))
        const heading = left[at]
        if (heading === undefined) throw new Error(`pdf: a bookmark "${named}" that is no heading`)
        item.set(PDFName.of('Title'), PDFHexString.fromText(heading))
        left.splice(0, at + 1)
      }
      visit(item.get(PDFName.of('First')))
    }
  }
  const outlines = catalog.lookup(PDFName.of('Outlines'))
  if (outlines instanceof PDFDict) visit(outlines.get(PDFName.of('First')))
}

const NEXT = PDFName.of('Next')

function stripSpaces(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function writeFacts(document: PDFDocument, { title, lang, author, day }: PdfFacts): void {
  const noon = new Date(`${day}T00:00:00Z`)
  document.setTitle(title, { showInWindowTitleBar: true })
  document.setLanguage(lang)
  document.setAuthor(author)
  document.setCreator(PROGRAM)
  document.setCreationDate(noon)
  document.setModificationDate(noon)
  const metadata = document.context.stream(Buffer.from(renderMetadata({ title, lang, author, day })), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(metadata))
}

const PROGRAM = 'Mingge'

/** XMP (ISO 16684-1) with what ISO 14289-1, 5 and 7.1 ask for. */
function renderMetadata({ title, lang, author, day }: Pick<PdfFacts, 'title' | 'lang' | 'author' | 'day'>): string {
  const date = `${day}T00:00:00Z`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
