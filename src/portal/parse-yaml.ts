import { type Document, isAlias, LineCounter, type Node, parseDocument, visit } from 'yaml'

/** A YAML text as a tree, and as plain data as far as it is YAML. */
interface ParsedYaml {
  document: Document
  lines: LineCounter
  /** Lines that are not YAML, the first line of the text being 1. */
  faults: number[]
  /** The text as plain data, null for a text of comments only; undefined where its faults leave nothing certain. */
  value: unknown
}

/** Of several faults of form the first is named, as it brings others about; each key that occurs twice is. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [broken] = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY')
  const faults = (broken ? [broken] : document.errors).map(({ linePos }) => linePos?.[0].line ?? 1)
  if (broken) return { document, lines, faults, value: undefined }
  const aliases = findWrongAliases(document).map(({ range }) => lines.linePos(range?.[0] ?? 0).line)
  if (aliases.length > 0) return { document, lines, faults: [...faults, ...aliases], value: undefined }
  try {
    return { document, lines, faults, value: document.toJS() }
  } catch (error) {
    // Aliases of aliases that would fill the memory.
    if (!(error instanceof ReferenceError)) throw error
    return { document, lines, faults: [...faults, 1], value: undefined }
  }
}

/** Aliases of nothing (`title: *重要`) and of what they are in themselves. */
function findWrongAliases(document: Document): Node[] {
  const found: Node[] = []
  visit(document, (_, node, ancestors) => {
    if (!isAlias(node)) return
    const source = node.resolve(document)
    if (source === undefined || ancestors.some((ancestor) => ancestor === source)) found.push(node)
  })
  return found
}
