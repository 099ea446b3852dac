/** A component that the words of a page use, where it stands. */
export interface MdxTag {
  name: string
  attributes: Readonly<Record<string, string>>
  line: number
}

/** What a file of words consists of, as far as it is checked. */
interface MdxParts {
  tags: MdxTag[]
  /** Prose line by line, everything else blanked, so that places in a line stay. */
  prose: { line: number; text: string }[]
}

/**
 * Components and prose of an MDX file. Heads, code, expressions, tags and addresses of links are no prose. The file
 * compiles: `checkMdx` names what does not.
 */
export function readMdxParts(text: string): MdxParts {
  const body = blank(text, HEAD)
  const code = [FENCE, COMMENT, INLINE_CODE].reduce(blank, body)
  const tags = [...code.matchAll(TAG)].map((match) => ({
    name: match[1] ?? '',
    attributes: readAttributes(match[2] ?? ''),
    line: countLines(code.slice(0, match.index)),
  }))
  const prose = [TAG, CLOSING, EXPRESSION, LINK_TARGET, ADDRESS, IMPORT].reduce(blank, code)
  return {
    tags,
    prose: prose.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line: index + 1, text: line }])),
  }
}

/** The YAML at the beginning of a file, between two lines of dashes. */
export const HEAD = /^---\r?\n([\s\S]*?)\r?\n---/
const FENCE = /^```[\s\S]*?^```/gm
const COMMENT = /\{\/\*[\s\S]*?\*\/\}/g
const INLINE_CODE = /`[^`\n]*`/g
const TAG = /<([A-Z]\w*|[a-z][a-z0-9]*)((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}))?)*)\s*\/?>/g
const CLOSING = /<\/[A-Za-z]\w*\s*>/g
const EXPRESSION = /\{[^}]*\}/g
const LINK_TARGET = /\]\([^)]*\)/g
const ADDRESS = /https?:\/\/\S+/g
const IMPORT = /^(?:import|export)\s.*$/gm

/** Everything that matches becomes spaces; lines stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => found.replaceAll(/[^\n]/g, ' '))
}

/** Values by name; an attribute without a value, such as `about`, has ''. */
function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^}]*)\}))?/g)].map(
      ([, name = '', double, single, braces]) => [
        name,
        double ?? single ?? (braces ?? '').trim().replaceAll(/^['"]|['"]$/g, ''),
      ],
    ),
  )
}

function countLines(before: string): number {
  return before.split('\n').length
}
