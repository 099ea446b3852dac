/** One run of words of a page as a reader meets it, and the line of the file where it begins, counted from 1. */
interface MarkupRun {
  text: string
  row: number
}

/**
 * The words of an HTML or SVG file: text between tags, joined where a tag does not part it, attributes that are read or
 * printed, comments, and data and code in scripts. Styles, paths of drawings and names of classes hold no words.
 */
export function listMarkupRuns(markup: string): MarkupRun[] {
  const runs: MarkupRun[] = []
  let row = 1
  let text = ''
  let textRow = 1
  const flush = (): void => {
    const words = decodeEntities(text).trim()
    if (words !== '') runs.push({ text: words, row: textRow })
    text = ''
  }
  const add = (part: string): void => {
    if (text.trim() === '') textRow = row + countLines(/^\s*/.exec(part)?.[0] ?? '')
    text += part
  }
  for (const [token] of markup.matchAll(TOKEN)) {
    const name = /^<\/?([a-zA-Z][\w-]*)/.exec(token)?.[1]?.toLowerCase()
    if (name === undefined && !token.startsWith('<!--')) add(token)
    else {
      if (name === undefined || !INLINE.has(name)) flush()
      if (/^<style/i.test(token)) {
        row += countLines(token)
        continue
      }
      const own = /^<script/i.test(token) ? [token.replace(/^<[^>]*>|<\/[^>]*>$/g, '')] : readAttributes(token)
      for (const words of name === undefined ? [token.slice(4, -3)] : own) {
        if (words.trim() !== '') runs.push({ text: words.trim(), row })
      }
    }
    row += countLines(token)
  }
  flush()
  return runs
}

function countLines(text: string): number {
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** A comment, a script or style with its content, a tag, or what is between tags. */
const TOKEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>|[^<]+|</gi

/** Tags inside a word or a number that do not part it. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'tspan',
  'wbr',
])

/** Attributes that nobody reads: shapes, measures, names for styles and scripts. */
const SILENT =
  /^(?:d|points|transform|viewbox|x\d?|y\d?|d[xy]|c[xy]|r[xy]?|width|height|style|class|id|for|fill|stroke[\w-]*|integrity|data-astro-[\w-]*|role|lang|xml:lang|dir|type|rel|scope|font-[\w-]*|text-anchor|paint-order|clip-path|opacity|[\w-]*-opacity|aria-(?:labelledby|describedby|controls|hidden|expanded))$/i

function readAttributes(tag: string): string[] {
  const values: string[] = []
  for (const [, name = '', double, single] of tag.matchAll(/([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (!SILENT.test(name)) values.push(decodeEntities(readAddress(double ?? single ?? '')))
  }
  return values
}

/** An address is scanned as it is written out: `%E5%BC%A0` is 张. */
function readAddress(value: string): string {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    // A percent sign that encodes nothing is itself.
    return value
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
