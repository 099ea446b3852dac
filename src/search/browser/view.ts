import { sum } from '../../text/sum.ts'
import { makeExcerpt } from '../excerpt.ts'
import type { Page } from '../search-plan.ts'
import { count, type Group, loadFirstPages } from './find.ts'
import { createElement } from './search-element.ts'
import type { SearchMessages } from './search-messages.ts'

/** Labels of facet values by facet and id, as the search page brings them; a value without a label is shown as it is. */
export type Labels = Record<string, Record<string, string>>

export interface View {
  base: string
  lang: 'zh' | 'en'
  words: SearchMessages
  labels: Labels
  /** Results of each list shown at first. */
  limit: number
}

const STEP = 10
const TAG = { zh: 'zh-CN', en: 'en' }

/** The results of every group, each list with a button for more. */
export async function draw(view: View, groups: readonly Group[], phrase: string): Promise<HTMLElement[]> {
  const sections: HTMLElement[] = []
  for (const group of groups) {
    const { whole, partial } = group.found
    const section = createElement('section', { class: 'search-group', lang: TAG[group.lang] })
    if (groups.length > 1 || group.lang !== view.lang) section.append(makeHeading(view, view.words.group[group.lang]))
    if (whole.length > 0) section.append(await drawList({ view, phrase, hits: whole, kind: 'whole' }))
    if (partial.length > 0 && whole.length < view.limit) {
      section.append(
        makeHeading(view, view.words.partial),
        await drawList({ view, phrase, hits: partial, kind: 'partial' }),
      )
    }
    sections.push(section)
  }
  return sections
}

export function countTotals(groups: readonly Group[]): { whole: number; partial: number } {
  const whole = sum(groups.map((group) => group.found.whole.length))
  return { whole, partial: sum(groups.map((group) => count(group))) - whole }
}

/** Headings are in the language of the page, whatever that of the results. */
function makeHeading(view: View, text: string): HTMLElement {
  return createElement('h2', { class: 'search-heading', lang: TAG[view.lang] }, text)
}

interface List {
  view: View
  phrase: string
  hits: Group['found']['whole']
  kind: 'whole' | 'partial'
}

async function drawList({ view, phrase, hits, kind }: List): Promise<HTMLElement> {
  const items = createElement('ol', { class: `search-results search-results-${kind}`, 'data-search-results': '' })
  const box = createElement('div', { class: 'search-list' }, items)
  let shown = 0
  async function show(wanted: number): Promise<void> {
    const pages = await loadFirstPages(hits, wanted)
    const added = pages.slice(shown).map((page) => drawResult(view, page, phrase))
    items.append(...added)
    shown = pages.length
  }
  await show(view.limit)
  if (view.limit >= STEP && hits.length > shown) {
    const more = createElement(
      'button',
      { type: 'button', class: 'search-more', lang: TAG[view.lang] },
      view.words.more,
    )
    more.addEventListener('click', async () => {
      const before = shown
      await show(shown + STEP)
      items.children[before]?.querySelector('a')?.focus()
      if (shown >= hits.length) more.remove()
    })
    box.append(more)
  }
  return box
}

function drawResult(view: View, page: Page, phrase: string): HTMLElement {
  const title = page.meta['title'] ?? page.url
  const found = makeExcerpt(removeTitle(page.content, title), phrase)
  const text = createElement('p', { class: 'search-excerpt' }, found.before)
  if (found.marked !== '') text.append(createElement('mark', {}, found.marked), found.after)
  const link = createElement('a', { href: buildAddress(view.base, page.url, found.marked) }, title)
  const item = createElement('li', { class: 'search-result' }, link, text)
  const about = composeAboutLine(view, page)
  if (about !== '') item.append(createElement('p', { class: 'search-about' }, about))
  return item
}

/** The excerpt is printed under the title and need not repeat it. */
function removeTitle(content: string, title: string): string {
  const rest = content.startsWith(title) ? content.slice(title.length).replace(/^[\s.。]+/, '') : content
  return rest === '' ? content : rest
}

/** `排污许可 · 临月区 · 2026年10月` */
function composeAboutLine({ labels, words }: View, { filters }: Page): string {
  const named = ['kind', 'topic', 'place'].map((facet) => labels[facet]?.[filters[facet]?.[0] ?? ''])
  const month = filters['month']?.[0]
  return [...named, month === undefined ? undefined : words.formatMonth(month)]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** The page marks what was found: `/reports/2026-10/?hl=排污许可#figure`. */
function buildAddress(base: string, url: string, marked: string): string {
  const [path = '', anchor] = url.split('#')
  const query = marked === '' ? '' : `?hl=${encodeURIComponent(marked)}`
  return `${base}${path.replace(/^\//, '')}${query}${anchor === undefined ? '' : `#${anchor}`}`
}
