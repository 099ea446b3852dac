import { DOMParser } from 'linkedom'
import { PALETTE } from './palette.ts'

/*
 * The picture of a page leans on the page: its colours are CSS variables, its halo is `paint-order`. Few programs
 * besides browsers support either, so a file uses presentation attributes of SVG 1.1 alone.
 */

/** What a picture shows, for programs without style sheets. */
interface LiteralPicture {
  /** Elements with literal colours, painted in this order. */
  marks: string
  /** Attributes that the root of the picture gives to all marks. */
  inherited: ReadonlyMap<string, string>
  /** Units of the canvas. */
  height: number
}

/** Takes a picture of `drawFigure`; throws where it contains what attributes of SVG 1.1 cannot express. */
export function makeLiteral(picture: string): LiteralPicture {
  const root = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement
  const height = Number(root.getAttribute('viewBox')?.split(' ')[3])
  if (!Number.isFinite(height)) throw new Error('invalid picture: it must come from drawFigure')
  for (const named of root.querySelectorAll('title, desc')) named.remove()
  for (const painted of root.querySelectorAll('[paint-order]')) splitHalo(painted)
  for (const element of [root, ...root.querySelectorAll('*')]) spellOut(element)
  const inherited = new Map<string, string>()
  for (const { name, value } of root.attributes) {
    if (!OF_THE_ROOT.test(name)) inherited.set(name, value)
  }
  // linkedom closes an empty element with a space before the slash; ours have none.
  return { marks: root.innerHTML.replaceAll(' />', '/>'), inherited, height }
}

/** The light value of a token; paper is white, for a file is put on white more often than on our paper. */
export function resolveColor(name: string): string {
  if (name === 'paper') return '#fff'
  const token = Object.entries(PALETTE).find(([known]) => known === name)?.[1]
  if (token === undefined) throw new Error(`unknown colour: ${name}`)
  return token.light
}

const OF_THE_ROOT = /^(viewBox|role|aria-.*|id)$/
const REFUSED = /^(style|class|paint-order|href)$/
const COLORED = ['fill', 'stroke']

/** `paint-order="stroke"` becomes two elements: the rim alone, then the words alone above it. */
function splitHalo(words: Element): void {
  if (words.getAttribute('paint-order') !== 'stroke') {
    throw new Error(`invalid paint-order: ${words.getAttribute('paint-order')}`)
  }
  words.removeAttribute('paint-order')
  const halo = words.cloneNode(true) as Element // The clone of an element is an element; the DOM's types say Node.
  // Filled as well: LibreOffice paints no rim around letters, and letters of paper still cover the lines below.
  halo.setAttribute('fill', halo.getAttribute('stroke') ?? 'none')
  words.before(halo)
  for (const name of ['stroke', 'stroke-width']) words.removeAttribute(name)
}

/** Mutates the element: every colour becomes `#rrggbb`. */
function spellOut(element: Element): void {
  for (const { name } of element.attributes) {
    if (REFUSED.test(name)) throw new Error(`unexpected attribute of <${element.localName}>: ${name}`)
  }
  if (element.localName === 'style') throw new Error('unexpected element in a picture: <style>')
  for (const name of COLORED) {
    const value = element.getAttribute(name)
    if (value !== null && value !== 'none') element.setAttribute(name, resolveValue(value))
  }
}

function resolveValue(value: string): string {
  if (value === 'currentColor') return resolveColor('ink')
  const token = /^var\(--(\w+)\)$/.exec(value)?.[1]
  if (token === undefined) throw new Error(`invalid colour: ${value}`)
  return resolveColor(token)
}
