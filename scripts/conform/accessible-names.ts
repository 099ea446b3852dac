/** What a chart or table should be called, as its page says it. */
export interface Naming {
  kind: 'figure' | 'picture' | 'table'
  /** The heading of a figure, the title of a picture; '' for a table, which is to have any name. */
  wanted: string
}

/** What the engine makes of the same elements, in the same order. */
export interface Label {
  role: string
  name: string
}

/** What of a page is not named once and rightly: a name that holds a caption or links is read out again and again. */
export function checkNamings(namings: readonly Naming[], labels: readonly Label[]): string[] {
  if (namings.length !== labels.length) return [`${namings.length} elements to name, ${labels.length} labels`]
  return namings.flatMap(({ kind, wanted }, at) => {
    const { role = '', name = '' } = labels[at] ?? {}
    const quoted = JSON.stringify(name.slice(0, 100))
    // What is not shown has no role.
    if (role === 'none') return []
    if (kind === 'table') return name === '' ? ['a table has no name'] : []
    return toOneLine(name) === toOneLine(wanted) ? [] : [`${kind} "${toOneLine(wanted)}" is called ${quoted}`]
  })
}

function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The elements that are to have a name, by one selector for the page and for the driver. */
export const NAMED = 'main figure, main figure .pic svg, main table'

/** What `namingsOf` returns, which is written by us alone. */
export function readNamings(json: string): Naming[] {
  return JSON.parse(json) as Naming[]
}

/** Runs in the page; returns a list of `Naming` as JSON, in the order of the document. */
export function namingsOf(): string {
  const namings = Array.from(document.querySelectorAll('main figure, main figure .pic svg, main table'), (element) => {
    if (element.tagName === 'TABLE') return { kind: 'table', wanted: '' }
    if (element.tagName !== 'FIGURE') {
      return { kind: 'picture', wanted: element.querySelector(':scope > title')?.textContent ?? '' }
    }
    return { kind: 'figure', wanted: element.querySelector('h2, h3, h4')?.textContent ?? '' }
  })
  return JSON.stringify(namings)
}
