import { maskPersonal } from '../personal/mask-personal.ts'
import { createProblem } from '../problems/create-problem.ts'
import type { Problem } from '../problems/problem.ts'

/** Names of the parts in a ZIP archive that is not an `.xlsx` workbook → what the file is, and the remedy. */
export function checkParts(names: readonly string[], file: string): Problem {
  const kind = ARCHIVES.find(({ part }) => names.some((name) => part.test(name)))
  const found = names.slice(0, 3).join(', ')
  if (!kind) return createProblem('file-archive', { file }, { found })
  return createProblem(kind.isWorkbook ? 'file-other-workbook' : 'file-not-a-table', { file }, { found: kind.name })
}

const ARCHIVES = [
  { part: /(^|\/)workbook\.bin$/, name: 'XLSB', isWorkbook: true },
  { part: /^Index\/Document\.iwa$/, name: 'Numbers', isWorkbook: true },
  { part: /^word\//, name: 'Word', isWorkbook: false },
  { part: /^ppt\//, name: 'PowerPoint', isWorkbook: false },
  { part: /^OFD\.xml$/, name: 'OFD', isWorkbook: false },
  { part: /^META-INF\/manifest\.xml$|^mimetype$/, name: 'ODS', isWorkbook: true },
]

/** What a text is that is no table: a web page, the answer of an interface, a page saved with its pictures. Null for a table. */
export function checkText(text: string, file: string): Problem | null {
  const start = text.slice(0, 200)
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(start))
    return createProblem('file-not-a-table', { file }, { found: 'HTML/XML' })
  if (SQL.test(start)) return createProblem('file-not-a-table', { file }, { found: 'SQL' })
  if (isBase64(text)) return createProblem('file-not-a-table', { file }, { found: 'Base64' })
  if (/^\s*MIME-Version:/i.test(start)) return createProblem('file-not-a-table', { file }, { found: 'MHT' })
  return isJson(start) ? createProblem('file-json', { file }, { found: maskPersonal(start.trim()) }) : null
}

/** Statements that would fill a table. */
const SQL = /^\s*(?:insert\s+into|create\s+table|replace\s+into|copy\s+\S+\s+from|set\s+names)\b/i

/** One long word of nothing but its letters: a file as mails and interfaces carry it. */
function isBase64(text: string): boolean {
  const start = text.slice(0, BASE64_LENGTH_MIN)
  return (
    start.length === BASE64_LENGTH_MIN &&
    /^[A-Za-z\d+/\r\n]+$/.test(start) &&
    /[a-z]/.test(start) &&
    /[A-Z]/.test(start)
  )
}

const BASE64_LENGTH_MIN = 160

/** A key in quotes, or a list that begins with an object or a list: no header of a table looks so. */
function isJson(start: string): boolean {
  return /^\s*(\{\s*("[^"\n]*"\s*:|\})|\[\s*[[{\]])/.test(start)
}
