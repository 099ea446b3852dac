import { PALETTE, type Token } from '../charts/palette.ts'

/**
 * Colours of the page alone, mixed by hand since `color-mix()` is unknown before Chromium 111: each is the named colour
 * over paper (in oklab). rule: ink at 38 %, lines under links. sheet: tint at 45 %, the sheet of `/check/`. spot and
 * over: cinnabar at 14 % and 8 %, a marked cell and a file held over the sheet. edge: ink at 22 %, the
 * shadow of what lies beyond the edge of a table.
 */
const MIXED = {
  rule: { light: '#9d9e9d', dark: '#5c5d5d' },
  sheet: { light: '#f6f4ee', dark: '#181c1f' },
  spot: { light: '#f4dfd8', dark: '#2f2625' },
  over: { light: '#f7ebe5', dark: '#231f20' },
  edge: { light: 'rgba(27,29,31,.22)', dark: 'rgba(233,230,223,.22)' },
} as const satisfies Record<string, Token>

const TOKENS: Record<string, Token> = { ...PALETTE, ...MIXED }

/**
 * The palette as CSS variables that follow the reader's colour scheme. Plain colours come first and dark colours in a media
 * query, since `light-dark()` is unknown before Chromium 123; on paper all is light, and paper is white. Who asks for more
 * contrast gets pale words and lines in ink. `url` is the full address of the site,
 * where it has one. Of the colours of charts a page has those that its `markup` names; all where that is left out.
 * The schemes are named here, since the bundler of the style sheets would write two lines of variables for `light-dark()` beside.
 * `:root{color-scheme:light dark}:root{--paper:#fbfaf7;…}@media screen and (prefers-color-scheme:dark){:root{--paper:#14171a;…}}`
 */
export function renderTokenCss({ url, markup }: { url?: string | undefined; markup?: string } = {}): string {
  // For the sheet for paper, which prints where links lead.
  const site = url === undefined ? '' : `;--site:"${new URL(url).origin}"`
  const names = Object.keys(TOKENS).filter(
    (name) => markup === undefined || !OF_CHARTS.test(name) || markup.includes(`var(--${name})`),
  )
  return `:root{color-scheme:light dark}${renderRule('light', names)}@media screen and (prefers-color-scheme:dark){${renderRule('dark', names)}}@media print{:root{color-scheme:light;--paper:#fff${site}}}@media (prefers-contrast:more){:root{--soft:var(--ink);--hair:var(--ink);--rule:var(--ink)}}`
}

/** Colours that only charts have, which are in the markup; style sheets name the others. */
const OF_CHARTS = /^(?:[scd]\d|deep)$/

function renderRule(scheme: keyof Token, names: readonly string[]): string {
  return `:root{${names.map((name) => `--${name}:${TOKENS[name]?.[scheme]}`).join(';')}}`
}
