/** Text for an element or attribute of a workbook's XML. What XML cannot hold is written as the format does: `_x0001_`. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n\x7f-\x9f]|[\ufffe\uffff]/gu, (character) => `_x${toHex(character)}_`)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}

function toHex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function unescapeText(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, base16, base10, name: string) => {
    if (base16 !== undefined) return String.fromCodePoint(Number.parseInt(base16, 16))
    if (base10 !== undefined) return String.fromCodePoint(Number(base10))
    return NAMES[name.toLowerCase()] ?? ''
  })
}

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Value of an attribute in a start tag or its attributes, unescaped; null where it has none. Takes `id` of `r:id` too. */
export function attributeOf(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : unescapeText(value)
}

/** The tag with the attribute set; an earlier value is replaced. */
export function withAttribute(tag: string, name: string, value: string | number): string {
  const bare = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '')
  return bare.replace(/\s*(\/?>)?$/, (end) => ` ${name}="${value}"${end.trim()}`)
}

/** Start tags of elements of that name, whatever their namespace prefix: `<sheet …/>`, `<x:sheet …>`. */
export function tagsOf(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}

/** Namespace prefix of the document's own element: `x:` in `<x:worksheet`, else nothing. */
export function prefixOf(xml: string, root: string): string {
  return new RegExp(`<(\\w+:)?${root}[\\s>]`).exec(xml)?.[1] ?? ''
}

/** Puts a piece before the first of the elements that the schema lets follow it, or at the end of the document. */
export function insertBefore(xml: string, piece: string, followers: readonly string[]): string {
  const next = new RegExp(`<(?:\\w+:)?(?:${followers.join('|')})(?=[\\s/>])`).exec(xml)
  const at = next?.index ?? xml.lastIndexOf('</')
  if (at < 0) throw new Error('annotate: a part of the workbook has no end')
  return xml.slice(0, at) + piece + xml.slice(at)
}

/** Puts a piece before the closing tag of the document. */
export function appendTo(xml: string, piece: string): string {
  const at = xml.lastIndexOf('</')
  if (at < 0) throw new Error('annotate: a part of the workbook has no end')
  return xml.slice(0, at) + piece + xml.slice(at)
}
