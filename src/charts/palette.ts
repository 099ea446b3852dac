/** A colour in light and in dark mode; `styles/tokens.ts` writes it as a CSS variable of each scheme. */
export interface Token {
  light: string
  dark: string
}

/**
 * Every colour of the site and its charts, by the name of its CSS variable without dashes.
 * deep: dark in both modes, for words on middle tones. now: the page's own figure. ref: what it is compared with. s: deeper is more. d: from best to worst answer. c: kinds.
 */
export const PALETTE = {
  paper: { light: '#fbfaf7', dark: '#14171a' },
  ink: { light: '#1b1d1f', dark: '#e9e6df' },
  soft: { light: '#5d6166', dark: '#a3a7ab' },
  hair: { light: '#d9d5cb', dark: '#33393f' },
  now: { light: '#b3341f', dark: '#f08a6c' },
  ref: { light: '#2f4f7f', dark: '#8fb2e6' },
  deep: { light: '#1b1d1f', dark: '#14171a' },
  tint: { light: '#f1ede4', dark: '#1d2226' },
  s1: { light: '#e6e9ec', dark: '#232a33' },
  s2: { light: '#c3cedb', dark: '#2e3f57' },
  s3: { light: '#93a8c4', dark: '#43608a' },
  s4: { light: '#53729d', dark: '#6688bb' },
  s5: { light: '#27456f', dark: '#8fb2e6' },
  d1: { light: '#274672', dark: '#b1cdf4' },
  d2: { light: '#6f8dbb', dark: '#6288bd' },
  d3: { light: '#cc7459', dark: '#cd6b4e' },
  d4: { light: '#9c2a17', dark: '#f9b49d' },
  c1: { light: '#223f69', dark: '#93b6ea' },
  c2: { light: '#a5301d', dark: '#e8795a' },
  c3: { light: '#369a94', dark: '#4f9f97' },
  c4: { light: '#b6842c', dark: '#e6d190' },
  c5: { light: '#7f6494', dark: '#9a7fb5' },
} as const satisfies Record<string, Token>

export type TokenName = keyof typeof PALETTE

/**
 * Text colours on fills. A pair holds in both modes, so one attribute serves light, dark and print.
 * s3 to s5 turn over between the modes together with paper and ink.
 */
export const TEXT_ON = {
  s1: 'ink',
  s2: 'ink',
  s3: 'ink',
  s4: 'paper',
  s5: 'paper',
  now: 'paper',
  ref: 'paper',
  d1: 'paper',
  d2: 'deep',
  d3: 'deep',
  d4: 'paper',
  c1: 'paper',
  c2: 'paper',
  c3: 'deep',
  c4: 'deep',
  c5: 'paper',
} as const

/** The value of a token in an SVG attribute: `var(--now)`. */
export function colorOf(name: TokenName): string {
  return `var(--${name})`
}
