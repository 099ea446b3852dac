import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** An element of the structure tree (ISO 32000-1, 14.7.2), with its own reference. */
interface Element {
  ref: PDFRef
  dict: PDFDict
  type: string
}

/** Marked content by the page that draws it: MCIDs that are artifacts now. */
export type Repeated = Map<PDFRef, Set<number>>

/**
 * Mends what Chromium writes into the structure tree, in place: items of lists get a body (ISO 14289-1, 7.2), what a
 * table repeats on each page is a heading once, names that count from the start of the process count from one.
 */
export function mendStructure(context: PDFContext, catalog: PDFDict): Repeated {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const elements = listElements(context, root)
  // Tags of PDF 2.0 that PDF/UA-1 does not know.
  root.set(PDFName.of('RoleMap'), context.obj({ Strong: 'Span', Em: 'Span' }))
  for (const element of elements) if (element.type === 'LI') giveBody(context, element)
  renameIds(context, root, elements)
  const repeated = dropRepeatedHeads(context, elements)
  forgetRepeated(context, root, repeated)
  return repeated
}

function listElements(context: PDFContext, root: PDFDict): Element[] {
  const elements: Element[] = []
  const visit = (object: PDFObject) => {
    const dict = context.lookup(object)
    if (!(dict instanceof PDFDict)) return
    const type = dict.lookup(PDFName.of('S'))
    if (object instanceof PDFRef && type instanceof PDFName)
      elements.push({ ref: object, dict, type: type.decodeText() })
    for (const kid of listKids(context, dict)) visit(kid)
  }
  visit(root)
  return elements
}

function listKids(context: PDFContext, dict: PDFDict): PDFObject[] {
  const kids = dict.get(PDFName.of('K'))
  const found = context.lookup(kids)
  if (found instanceof PDFArray) return found.asArray()
  return kids === undefined ? [] : [kids]
}

function giveBody(context: PDFContext, { ref, dict }: Element): void {
  const isPart = (kid: PDFObject) => {
    const found = context.lookup(kid)
    const type = found instanceof PDFDict ? found.lookup(PDFName.of('S')) : undefined
    return type instanceof PDFName && ['Lbl', 'LBody'].includes(type.decodeText())
  }
  const kids = listKids(context, dict)
  const loose = kids.filter((kid) => !isPart(kid))
  if (loose.length === 0) return
  const page = dict.get(PDFName.of('Pg'))
  const body = context.obj({ Type: 'StructElem', S: 'LBody', K: loose, P: ref, ...(page ? { Pg: page } : {}) })
  const at = context.register(body)
  for (const kid of loose) {
    const found = context.lookup(kid)
    if (found instanceof PDFDict && found.has(PDFName.of('P'))) found.set(PDFName.of('P'), at)
  }
  dict.set(PDFName.of('K'), context.obj([...kids.filter(isPart), at]))
}

/** The ids of elements, the cells that refer to them, and the tree by which they are found. */
function renameIds(context: PDFContext, root: PDFDict, elements: readonly Element[]): void {
  const names = new Map<string, PDFString>()
  const tree: PDFObject[] = []
  for (const { ref, dict } of elements) {
    const id = dict.lookup(PDFName.of('ID'))
    if (!isText(id)) continue
    const name = PDFString.of(`e${String(names.size + 1).padStart(6, '0')}`)
    names.set(id.decodeText(), name)
    dict.set(PDFName.of('ID'), name)
    tree.push(name, ref)
  }
  const before = root.get(PDFName.of('IDTree'))
  if (before !== undefined) {
    deleteTree(context, before)
    root.set(PDFName.of('IDTree'), context.obj({ Names: tree }))
  }
  for (const { dict } of elements) {
    for (const attributes of listAttributes(context, dict)) {
      const heads = attributes.lookup(PDFName.of('Headers'))
      if (!(heads instanceof PDFArray)) continue
      const renamed = heads.asArray().map((head) => (isText(head) ? (names.get(head.decodeText()) ?? head) : head))
      attributes.set(PDFName.of('Headers'), context.obj(renamed))
    }
  }
}

/** What a tree of names was made of would else stay in the file, with the names. */
function deleteTree(context: PDFContext, node: PDFObject): void {
  const dict = context.lookup(node)
  const kids = dict instanceof PDFDict ? dict.lookup(PDFName.of('Kids')) : undefined
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) deleteTree(context, kid)
  if (node instanceof PDFRef) context.delete(node)
}

function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString
}

function listAttributes(context: PDFContext, dict: PDFDict): PDFDict[] {
  const given = dict.lookup(PDFName.of('A'))
  const all = given instanceof PDFArray ? given.asArray().map((one) => context.lookup(one)) : [given]
  return all.filter((one) => one instanceof PDFDict)
}

/** A head that is printed on several pages stays in the tree as the first page has it. */
function dropRepeatedHeads(context: PDFContext, elements: readonly Element[]): Repeated {
  const repeated: Repeated = new Map()
  for (const { dict, type } of elements) {
    if (type !== 'TH') continue
    const first: { page?: PDFRef } = {}
    keepFirstPage(context, dict, undefined, first, repeated)
  }
  return repeated
}

function keepFirstPage(
  context: PDFContext,
  dict: PDFDict,
  inherited: PDFRef | undefined,
  first: { page?: PDFRef },
  repeated: Repeated,
): void {
  const own = dict.get(PDFName.of('Pg'))
  const page = own instanceof PDFRef ? own : inherited
  const kept = listKids(context, dict).filter((kid) => {
    const found = context.lookup(kid)
    const content = findContent(found, page)
    if (content === null) {
      if (found instanceof PDFDict) keepFirstPage(context, found, page, first, repeated)
      return true
    }
    first.page ??= content.page
    if (first.page === content.page) return true
    repeated.set(content.page, (repeated.get(content.page) ?? new Set()).add(content.mcid))
    return false
  })
  if (dict.has(PDFName.of('K'))) dict.set(PDFName.of('K'), context.obj(kept))
}

/** Marked content that a kid stands for, as a number or as a reference (MCR); null for elements. */
function findContent(kid: PDFObject | undefined, page: PDFRef | undefined): { page: PDFRef; mcid: number } | null {
  if (kid instanceof PDFNumber) return page === undefined ? null : { page, mcid: kid.asNumber() }
  if (!(kid instanceof PDFDict)) return null
  const mcid = kid.lookup(PDFName.of('MCID'))
  const own = kid.get(PDFName.of('Pg'))
  const at = own instanceof PDFRef ? own : page
  return mcid instanceof PDFNumber && at !== undefined ? { page: at, mcid: mcid.asNumber() } : null
}

/** Takes what is an artifact now out of the tree by which marked content finds its element. */
function forgetRepeated(context: PDFContext, root: PDFDict, repeated: Repeated): void {
  const parents = new Map<number, PDFObject>()
  const visit = (node: PDFObject | undefined) => {
    const dict = context.lookup(node)
    if (!(dict instanceof PDFDict)) return
    const [numbers, kids] = [dict.lookup(PDFName.of('Nums')), dict.lookup(PDFName.of('Kids'))]
    if (kids instanceof PDFArray) for (const kid of kids.asArray()) visit(kid)
    const pairs = numbers instanceof PDFArray ? numbers.asArray() : []
    for (const [at, key] of pairs.entries()) {
      const value = pairs[at + 1]
      if (at % 2 === 0 && key instanceof PDFNumber && value) parents.set(key.asNumber(), value)
    }
  }
  visit(root.get(PDFName.of('ParentTree')))
  for (const [page, mcids] of repeated) {
    const key = context.lookup(page, PDFDict).lookup(PDFName.of('StructParents'), PDFNumber)
    const elements = context.lookup(parents.get(key.asNumber()))
    if (elements instanceof PDFArray) for (const mcid of mcids) elements.set(mcid, PDFNull)
  }
}
