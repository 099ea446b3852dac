import type { Page } from 'playwright'

/** What a reader sees of a page in one engine at one width. */
export interface Look {
  /** The words in sight, a line a line of the page. */
  text: string
  /** True where the page scrolls sideways. */
  isTooWide: boolean
  light: Painted[]
  dark: Painted[]
}

/** How one element in sight is painted. */
export interface Painted {
  /** Place among all elements of the page, in the order of the document; the same in every engine. */
  index: number
  /** Tag and classes, `path.mark`. */
  name: string
  /** Id of the nearest element that has an id, '' where none has. */
  within: string
  /** Colours as `r,g,b,a`, each 0–255; else the computed value: `{ fill: '184,60,40,255', stroke: 'none' }`. */
  paint: Record<string, string>
}

export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

/** Looks at an open page, in light and in dark, or in one of them: the other has no elements then. */
export async function lookAt(page: Page, schemes: readonly Scheme[] = SCHEMES): Promise<Look> {
  const painted: Record<Scheme, Painted[]> = { light: [], dark: [] }
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    painted[colorScheme] = readPainted(await page.evaluate(listPaintedElements))
  }
  return { ...describeRead(await page.evaluate(readWordsInSight)), ...painted }
}

/** What `readWordsInSight` returns, which is written by us alone. */
export function describeRead(json: string): Pick<Look, 'text' | 'isTooWide'> {
  return JSON.parse(json) as Pick<Look, 'text' | 'isTooWide'>
}

/** Runs in the page; returns the words and the width of a `Look` as JSON. */
export function readWordsInSight(): string {
  const { scrollWidth, clientWidth } = document.documentElement
  return JSON.stringify({ text: document.body.innerText, isTooWide: scrollWidth > clientWidth })
}

/** What `listPaintedElements` returns, which is written by us alone. */
export function readPainted(json: string): Painted[] {
  return JSON.parse(json) as Painted[]
}

/**
 * Runs in the page, in engines back to Chromium 92 and in Firefox, so it calls nothing that is younger. Returns a list
 * of `Painted` as JSON: some thousand objects would take a driver longer to hand over than to find.
 */
export function listPaintedElements(): string {
  const canvas = document.createElement('canvas')
  canvas.width = 1
  canvas.height = 1
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('this engine draws no canvas')
  // An engine without popovers has their words in the line; so has the present engine while they are compared.
  for (const shown of Array.from(document.querySelectorAll('[popover]'))) shown.removeAttribute('popover')
  const known = new Map<string, string>()
  const found: Painted[] = []
  let count = 0
  walk(document.body, '')
  return JSON.stringify(found)

  function walk(element: Element, above: string): void {
    const index = count
    count += 1
    const within = element.id || above
    const style = getComputedStyle(element)
    if (element.getClientRects().length > 0 && style.visibility === 'visible') {
      const name = [element.tagName.toLowerCase(), ...Array.from(element.classList)].join('.')
      const paint = element instanceof SVGElement ? paintOfMark(style) : paintOfBox(style)
      found.push({ index, name, within, paint })
    }
    const isClosed = element.tagName === 'DETAILS' && !element.hasAttribute('open')
    for (const child of Array.from(element.children)) {
      // What is present but not drawn itself, and what waits in a closed part.
      if (/^(script|style|defs|clipPath|marker|title|desc)$/i.test(child.tagName)) continue
      if (!isClosed || child.tagName === 'SUMMARY') walk(child, within)
    }
  }

  function paintOfMark(style: CSSStyleDeclaration): Record<string, string> {
    return {
      fill: readColour(style.fill),
      stroke: readColour(style.stroke),
      opacity: [style.opacity, style.fillOpacity, style.strokeOpacity].join(' '),
      width: style.strokeWidth,
    }
  }

  function paintOfBox(style: CSSStyleDeclaration): Record<string, string> {
    const sides = ['top', 'right', 'bottom', 'left'].map((side) => {
      const width = style.getPropertyValue(`border-${side}-width`)
      return width === '0px' ? 'none' : `${width} ${readColour(style.getPropertyValue(`border-${side}-color`))}`
    })
    return {
      color: readColour(style.color),
      background: readColour(style.backgroundColor),
      image: style.backgroundImage === 'none' ? 'none' : 'some',
      ...Object.fromEntries(sides.map((border, at) => [`border${at}`, border])),
    }
  }

  /** The pixel that a colour gives: each engine writes a mixed colour in notations of its own. */
  function readColour(value: string): string {
    const before = known.get(value)
    if (before !== undefined || context === null) return before ?? value
    const pixel = /^(none|url|context)/.test(value) ? value : pixelOf(context, value)
    known.set(value, pixel)
    return pixel
  }

  function pixelOf(context: CanvasRenderingContext2D, value: string): string {
    context.clearRect(0, 0, 1, 1)
    context.fillStyle = value
    context.fillRect(0, 0, 1, 1)
    return Array.from(context.getImageData(0, 0, 1, 1).data).join(',')
  }
}
