import { escapeXml } from '../text/escape-xml.ts'

/** An element of HTML. Attributes are escaped here; content is markup, and text goes through `escapeXml` first. */
export function renderElement(tag: string, attributes: Readonly<Record<string, string>>, ...content: string[]): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
  return `<${tag}${written.join('')}>${content.join('')}</${tag}>`
}

export { escapeXml as say }

export interface TableCell {
  text: string
  /** Names the row. */
  isHead?: boolean
  /** Numbers are set to the right. */
  isNumber?: boolean
  isBad?: boolean
  span?: number
}

export function renderTableRow(cells: readonly TableCell[]): string {
  return renderElement('tr', {}, ...cells.map(renderTableCell))
}

function renderTableCell({ text, isHead = false, isNumber = false, isBad = false, span = 1 }: TableCell): string {
  const look = [isNumber ? 'n' : '', isBad ? 'bad' : ''].filter((name) => name !== '').join(' ')
  const attributes = {
    ...(isHead ? { scope: 'row' } : {}),
    ...(look === '' ? {} : { class: look }),
    ...(span > 1 ? { colspan: String(span) } : {}),
  }
  return renderElement(isHead ? 'th' : 'td', attributes, escapeXml(text))
}

/** A table that may be wider than the page, in a frame of its own. */
export function renderScrollable(label: string, ...content: string[]): string {
  return renderElement('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label }, ...content)
}
