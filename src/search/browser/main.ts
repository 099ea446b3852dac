import { FACETS } from '../facet-names.ts'
import type { Filters } from '../search-plan.ts'
import type { drawFacets } from './facets.ts'
import { type Finder, openFinder } from './find.ts'
import { preload } from './pagefind.ts'
import { createElement } from './search-element.ts'
import type { SearchMessages } from './search-messages.ts'
import { countTotals, draw, type Labels, type View } from './view.ts'

/** Typing must pause this long before a search begins. */
const PAUSE_MS = 180

/**
 * Makes a search form work. The form gives the site's base path (`data-search="/base/"`), its language and how many
 * results it shows; its page holds `[data-search-status]`, `[data-search-output]` and, on the search page, `[data-search-facets]`.
 */
export async function start(form: HTMLFormElement): Promise<void> {
  const parts = partsOf(form)
  const lang = form.dataset['lang'] === 'en' ? 'en' : 'zh'
  const base = form.dataset['search'] ?? '/'
  preload(`${base}pagefind/words-${lang}.js`)
  if (parts.facets) preload(`${base}pagefind/facets.js`)
  const finder = openFinder({ base, lang })
  finder.prepare()
  const { messages: words }: { messages: SearchMessages } = await import(
    /* @vite-ignore */ `${base}pagefind/words-${lang}.js`
  )
  const view: View = { base, lang, words, labels: labelsOf(), limit: Number(form.dataset['limit']) }
  const { run, remember, clear } = openBox(parts, view, finder)
  const searchAgain = () => {
    remember()
    void run()
  }
  let pause: ReturnType<typeof setTimeout> | undefined
  const searchSoon = () => {
    clearTimeout(pause)
    pause = setTimeout(searchAgain, PAUSE_MS)
  }
  parts.input.addEventListener('input', (event) => {
    // An input method types Latin letters until the reader picks a word: only the picked word is a query.
    if (!(event instanceof InputEvent && event.isComposing)) searchSoon()
  })
  parts.input.addEventListener('compositionend', searchSoon)
  parts.facets?.addEventListener('change', searchAgain)
  document.addEventListener('keydown', (event) =>
    onKey(event, parts, () => {
      parts.input.value = ''
      remember()
      clear()
      parts.input.focus()
    }),
  )
  if (!parts.panel) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      clearTimeout(pause)
      searchAgain()
    })
    parts.input.value ||= new URLSearchParams(location.search).get('q') ?? ''
  }
  if (parts.input.value.trim() !== '') void run()
}

interface Parts {
  form: HTMLFormElement
  input: HTMLInputElement
  status: HTMLElement
  output: HTMLElement
  /** Opens under the input; null on the search page, where results are part of the page. */
  panel: HTMLElement | null
  facets: HTMLElement | null
}

function partsOf(form: HTMLFormElement): Parts {
  const input = form.querySelector('input')
  const status = document.querySelector<HTMLElement>('[data-search-status]')
  const output = document.querySelector<HTMLElement>('[data-search-output]')
  if (!input || !status || !output) throw new Error('search: the page lacks the input, the status or the output')
  return {
    form,
    input,
    status,
    output,
    panel: form.querySelector<HTMLElement>('[data-search-panel]'),
    facets: document.querySelector<HTMLElement>('[data-search-facets]'),
  }
}

function labelsOf(): Labels {
  const source = document.querySelector('[data-search-labels]')?.textContent
  // Written by the search page's own template from the same type.
  return source ? (JSON.parse(source) as Labels) : {}
}

interface Box {
  /** Searches for what the input holds, and shows it unless the reader has typed on. */
  run(): Promise<void>
  /** Puts query and facets into the address, so that it can be sent, and reloaded. */
  remember(): void
  clear(): void
}

function openBox({ form, input, status, output, panel, facets }: Parts, view: View, finder: Finder): Box {
  const { words, base } = view
  /** Counts the searches; the answer to any but the last is dropped. */
  let turn = 0

  function clear(): void {
    turn++
    output.replaceChildren()
    facets?.replaceChildren()
    status.textContent = ''
    output.setAttribute('aria-busy', 'false')
    if (panel) panel.hidden = true
  }

  async function run(): Promise<void> {
    const text = input.value.trim()
    if (text === '') return clear()
    const own = ++turn
    const filters = facets ? readChosen(new URLSearchParams(location.search)) : {}
    if (panel) panel.hidden = false
    status.textContent = words.loading
    output.setAttribute('aria-busy', 'true')
    try {
      const { groups, phrase } = await finder.find(text, filters)
      const sections = await draw(view, groups, phrase)
      const fields = facets ? (await loadFacets(base)).drawFacets(view, groups[0]?.found.counts ?? {}, filters) : []
      if (own !== turn) return
      const { whole, partial } = countTotals(groups)
      status.textContent = whole + partial === 0 ? words.none : words.count(whole, partial)
      output.replaceChildren(...sections)
      if (panel)
        output.append(
          createElement('a', { href: `${form.action}?q=${encodeURIComponent(text)}`, class: 'search-all' }, words.all),
        )
      if (facets) replaceFacets(facets, fields)
    } catch (failure) {
      if (own !== turn) return
      output.replaceChildren()
      status.textContent = words.failed
      // The reader sees a message; whoever runs the site finds the cause here.
      reportError(failure)
    }
    output.setAttribute('aria-busy', 'false')
  }

  function remember(): void {
    if (panel) return
    const parameters = new URLSearchParams({ q: input.value.trim() })
    for (const box of facets?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])
      parameters.append(box.name, box.value)
    history.replaceState(null, '', `?${parameters}`)
  }

  return { run, remember, clear }
}

/** The parameters of the address beside the query: `?q=…&kind=report&month=2026-10`. */
function readChosen(parameters: URLSearchParams): Filters {
  return Object.fromEntries(FACETS.map((facet) => [facet, parameters.getAll(facet)]))
}

function loadFacets(base: string): Promise<{ drawFacets: typeof drawFacets }> {
  return import(/* @vite-ignore */ `${base}pagefind/facets.js`)
}

/** The boxes are drawn again with their counts; the focused box keeps the focus. */
function replaceFacets(facets: HTMLElement, fields: HTMLElement[]): void {
  const focused = facets.contains(document.activeElement) ? document.activeElement?.id : undefined
  facets.replaceChildren(...fields)
  if (focused) document.getElementById(focused)?.focus()
}

/** ↓ and ↑ walk from the input through the results and back, Esc clears. */
function onKey(event: KeyboardEvent, { input, output }: Parts, clear: () => void): void {
  const stops: (Element | null)[] = [input, ...output.querySelectorAll('a')]
  const at = stops.indexOf(document.activeElement)
  if (at < 0 || event.isComposing) return
  if (event.key === 'Escape') clear()
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const next = step && stops[at + step]
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
