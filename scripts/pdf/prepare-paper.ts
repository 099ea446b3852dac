/** What a printed page says beyond its screen; all of it in the language of the page. */
export interface Paper {
  title: string
  /** At the head of each page but the first: `2026年10月云锦市城市运行公报`, `第36期`. */
  running: readonly [left: string, right: string]
  /** Its full address, where the publisher has named one. */
  address: string | null
  /** QR code of the address, as SVG. */
  code: string | null
  /** Who signs, and on which day. */
  signature: readonly [publisher: string, day: string]
  words: Readonly<Record<'links' | 'address' | 'code' | 'cited', string>>
}

/** A link of the page as it is printed: its address, or `#` and its anchor, and what it is called. */
export type PaperLink = [target: string, name: string]

/** Runs in the page: what Chromium would leave out of the tags, or tag as PDF/UA-1 does not want it, gets another form. */
export function mendTags({ title, words }: Pick<Paper, 'title' | 'words'>): void {
  const list = <Found extends HTMLElement>(selector: string) => Array.from(document.querySelectorAll<Found>(selector))
  document.title = title
  // The day on which a reader cites is not that of printing.
  for (const day of list('[data-today]')) {
    day.removeAttribute('data-today')
    day.textContent = words.cited
  }
  for (const details of list<HTMLDetailsElement>('details')) {
    // How each number came about would be longer than the report: its link is printed.
    if (details.dataset['trace']) details.replaceWith(...Array.from(details.children).slice(1))
    else details.open = true
  }
  // A figure with its own description around a picture that has it too would be two figures.
  for (const figure of list('figure, figcaption')) figure.setAttribute('role', 'group')
  for (const shown of list('main p[aria-hidden]')) shown.removeAttribute('aria-hidden')
  for (const box of list('main .scroll')) {
    for (const name of ['role', 'aria-label', 'tabindex']) box.removeAttribute(name)
  }
  for (const button of list('button')) button.replaceWith(...Array.from(button.childNodes))
  // Cells without text are left out of the tags, and those behind them move forward.
  for (const cell of list('td, th')) if (cell.textContent.trim() === '') cell.textContent = '\u00a0'
}

/**
 * Runs in the page: gives links their full addresses and numbers those of the text. Returns all links, and the addresses that
 * a reader of paper is to find at the end, by number. Without an address of the site its own links lead nowhere, and are text.
 */
export function numberLinks(address: string | null): { links: PaperLink[]; listed: PaperLink[] } {
  const main = document.querySelector('main')
  const links: PaperLink[] = []
  const listed = new Map<string, { number: number; name: string }>()
  for (const link of Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'))) {
    const href = link.getAttribute('href') ?? ''
    const name = link.textContent.trim().replaceAll(/\s+/g, ' ')
    if (href.startsWith('#')) {
      links.push([decodeURIComponent(href), name])
      continue
    }
    const isOutside = /^[a-z]+:/.test(href)
    const target = isOutside || address === null ? href : new URL(href, address).href
    if (isOutside || address !== null) {
      link.href = target
      links.push([link.href, name])
    } else {
      link.removeAttribute('href')
    }
    if (!main?.contains(link) || !link.checkVisibility()) continue
    const known = listed.get(target) ?? { number: listed.size + 1, name }
    listed.set(target, known)
    const mark = document.createElement('sup')
    mark.className = 'noted'
    mark.textContent = `[${known.number}]`
    link.after(mark)
  }
  return { links, listed: Array.from(listed, ([target, { name }]) => [target, name]) }
}

/** Runs in the page: signature before the annex; at the end the addresses, and where the page is found. */
export function addClosing(
  paper: Pick<Paper, 'address' | 'code' | 'signature' | 'words'> & { listed: PaperLink[] },
): void {
  const main = document.querySelector('main')
  if (!main) throw new Error('the page has no main part')
  const create = (name: string, className: string, ...parts: (Node | string)[]) => {
    const made = document.createElement(name)
    if (className) made.className = className
    made.append(...parts)
    return made
  }
  const createLink = (target: string) => {
    const link = document.createElement('a')
    if (/^[a-z]+:/.test(target)) link.href = target
    link.textContent = target
    return link
  }
  const [publisher, day] = paper.signature
  const signed = create('p', 'signed', publisher, create('br', ''), day)
  const annex = document.querySelector('#s-annex')?.closest('section')
  if (annex) annex.before(signed)
  else main.append(signed)
  if (paper.listed.length > 0) {
    const notes = paper.listed.map(([target, name], index) =>
      create('p', '', `[${index + 1}] ${name}`, create('br', ''), createLink(target)),
    )
    main.append(create('section', 'noted-links', create('h2', '', paper.words.links), ...notes))
  }
  if (paper.address === null) return
  const found = create('p', '', paper.words.address, create('br', ''), createLink(paper.address))
  const block = create('section', 'imprint', found)
  block.insertAdjacentHTML('afterbegin', paper.code ?? '')
  const code = block.querySelector('svg')
  code?.setAttribute('role', 'img')
  code?.setAttribute('aria-label', paper.words.code)
  main.append(block)
}

/** Runs in the page when all else is done: its headings in their order, and every word that is shown. */
export function readPaper(): { headings: string[]; text: string } {
  const isShown = (element: Element | null) => element?.checkVisibility() === true && !element.closest('title, desc')
  const headings = Array.from(document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')).filter(isShown)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let text = ''
  while (walker.nextNode()) if (isShown(walker.currentNode.parentElement)) text += walker.currentNode.textContent
  return { headings: headings.map((heading) => heading.textContent.replaceAll(/\s+/g, ' ').trim()), text }
}

/** Beyond the sheet for paper: running heads, and what `addClosing` adds in place of the addresses behind links. */
export function renderPaperCss([left, right]: Paper['running']): string {
  const quote = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`
  const look = 'font: 9pt var(--hei); color: #555'
  return `@page { @top-left { content: ${quote(left)}; ${look} } @top-right { content: ${quote(right)}; ${look} } }
@page :first { @top-left { content: none } @top-right { content: none } }
.log-head, .permanent { display: none }
main :is(p, dd) a::after { content: none !important }
.noted { font-size: 7pt; line-height: 0; color: #555 }
.signed { margin: 18pt 0; text-align: right; break-inside: avoid }
.noted-links { columns: 2; column-gap: 8mm }
.noted-links h2 { column-span: all }
.noted-links p { margin: 0 0 4pt; font-size: 9pt; overflow-wrap: anywhere; break-inside: avoid }
.imprint { display: flex; gap: 6mm; align-items: center; margin-top: 10pt; font-size: 9pt; break-inside: avoid }
.imprint p { margin: 0 }
.imprint svg { width: 20mm; height: 20mm }`
}
