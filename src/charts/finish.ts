import { escapeXml } from '../text/escape-xml.ts'
import { joinShapes, makeRelative, round } from './paths.ts'

/*
 * Observable Plot's SVG, made small and fit for a page: inner aria attributes, classes and styles go (they are
 * an accessibility fault on groups, and the page styles the text), shapes of one colour become one path, what an
 * element inherits is not repeated.
 */

interface Node {
  tag: string
  attributes: Map<string, string>
  children: Node[]
  text: string
  /** What mark its words belong to, see `TextAt`. */
  mark?: string
}

/** Attributes that the root sets for all its descendants. */
const ROOT: Record<string, string> = { 'text-anchor': 'middle', fill: 'currentColor', 'stroke-linejoin': 'round' }
const DROPPED = /^(aria-|class$|style$|xmlns|font-family$|width$|height$)/

interface Finishing {
  /** Prefix of the ids, unique on a page: figure and variant. */
  id: string
  title: string
  description: string
  width: number
  height: number
}

/** The SVG that goes into the page; `plotted` is not changed. */
export function finishSvg(plotted: Element, what: Finishing): string {
  const children = [...plotted.children].filter((child) => child.localName !== 'style').map(toNode)
  const [title, description] = [escapeXml(what.title), escapeXml(what.description)]
  // The title is the name and the sentence the description, each once: a name made of both is heard with the description
  // again. Some screen readers announce a description only where an attribute gives it, older browsers only of `desc`.
  const names = `<title id="${what.id}-t">${title}</title><desc>${description}</desc>`
  const attributes = Object.entries(ROOT).map(([name, value]) => ` ${name}="${value}"`)
  const root = `<svg viewBox="0 0 ${what.width} ${round(what.height)}" role="img" aria-labelledby="${what.id}-t" aria-description="${description}"`
  const body = collectTexts(children.map((child) => tidy(child, 10)))
    .map((child) => print(child, ROOT))
    .join('')
  return `${root}${attributes.join('')}>${names}${body}</svg>`
}

function toNode(element: Element): Node {
  const tag = element.localName
  if (tag === 'clipPath' || tag === 'style') throw new Error(`unexpected element in a chart: ${tag}`)
  const attributes = new Map<string, string>()
  for (const { name, value } of [...element.attributes]) {
    const isGeometry = tag === 'rect' && (name === 'width' || name === 'height')
    if (isGeometry || !DROPPED.test(name)) attributes.set(name, value)
  }
  const children = [...element.children].map(toNode)
  const mark = tag === 'text' ? element.getAttribute('aria-label') : null
  const text = children.length > 0 ? '' : (element.textContent ?? '')
  return { tag, attributes, children, text, ...(mark === null ? {} : { mark }) }
}

/**
 * Words that name their mark are taken from where Plot drew them, look by look, and put together above all else, mark by
 * mark: a place and its number are then read out as a pair.
 */
function collectTexts(nodes: readonly Node[]): Node[] {
  const marks = new Map<string, Node[]>()
  const rest = nodes.map((node) => takeTexts(node, new Map(), marks))
  if (marks.size === 0) return rest
  const groups = [...marks.values()].map((words) => hoist(sortTexts(words)))
  return [...rest, hoist(groups)]
}

/** Words on one line go from left to right, whatever their looks; others are read in the order in which they were drawn. */
function sortTexts(words: readonly Node[]): readonly Node[] {
  const isOneLine = words.every((word) => word.attributes.get('y') === words[0]?.attributes.get('y'))
  return isOneLine ? [...words].sort((a, b) => Number(a.attributes.get('x')) - Number(b.attributes.get('x'))) : words
}

/** The node without such words, which go to `marks` with all that they inherited. */
function takeTexts(node: Node, inherited: ReadonlyMap<string, string>, marks: Map<string, Node[]>): Node {
  if (node.attributes.has('transform')) return node
  const inside = new Map([...inherited, ...node.attributes])
  const children: Node[] = []
  for (const child of node.children) {
    if (child.mark === undefined) children.push(takeTexts(child, inside, marks))
    else collect(marks, child.mark, { ...child, attributes: new Map([...inside, ...child.attributes]) })
  }
  if (node.mark === undefined) return { ...node, children }
  collect(marks, node.mark, { ...node, attributes: inside })
  return { tag: 'g', attributes: new Map(), children: [], text: '' }
}

function collect(marks: Map<string, Node[]>, mark: string, words: Node): void {
  marks.set(mark, [...(marks.get(mark) ?? []), words])
}

/** A group of the nodes with the attributes that they share; a single node as it is. */
function hoist(nodes: readonly Node[]): Node {
  const [first, ...others] = nodes
  if (first && others.length === 0) return first
  const shared = [...(first?.attributes ?? [])].filter(
    ([name, value]) => !ORDER.includes(name) && others.every((node) => node.attributes.get(name) === value),
  )
  const isShared = new Set(shared.map(([name]) => name))
  const children = nodes.map((node) => ({
    ...node,
    attributes: new Map([...node.attributes].filter(([name]) => !isShared.has(name))),
  }))
  return { tag: 'g', attributes: new Map(shared), children, text: '' }
}

function tidy(node: Node, fontSize: number): Node {
  const size = Number(node.attributes.get('font-size') ?? fontSize)
  const attributes = new Map(node.attributes)
  if (node.tag === 'text') placeText(attributes, size)
  const path = attributes.get('d')
  if (path !== undefined) attributes.set('d', makeRelative(path))
  const children = joinShapes(node.children.map((child) => tidy(child, size)))
  const only = children[0]
  const mayMerge = node.tag === 'g' && children.length === 1 && only && !attributes.has('transform')
  if (mayMerge) return { ...only, attributes: new Map([...attributes, ...only.attributes]) }
  return { ...node, attributes, children }
}

/** `transform="translate(x,y)" y="0.32em"` becomes `x` and `y`. Mutates `attributes`. */
function placeText(attributes: Map<string, string>, size: number): void {
  const moved = /^translate\(([-\d.]+),([-\d.]+)\)$/.exec(attributes.get('transform') ?? '')
  const shift = /^([-\d.]+)em$/.exec(attributes.get('y') ?? '')
  if (!moved) return
  attributes.delete('transform')
  // Whole units: a word needs no tenths.
  attributes.set('x', String(Math.round(Number(moved[1]))))
  attributes.set('y', String(Math.round(Number(moved[2]) + Number(shift?.[1] ?? 0) * size)))
}

function print(node: Node, inherited: Record<string, string>): string {
  const kept = [...node.attributes].filter(([name, value]) => inherited[name] !== value)
  if (node.tag === 'g' && node.children.length === 0) return ''
  const attributes = kept
    .toSorted(compareNames)
    .map(([name, value]) => ` ${name}="${escapeXml(roundNumber(name, value))}"`)
  const inside = { ...inherited, ...Object.fromEntries(kept) }
  const content = node.children.map((child) => print(child, inside)).join('') + escapeXml(node.text)
  const open = `<${node.tag}${attributes.join('')}`
  if (content === '') return `${open}/>`
  // Readers of plain text would join the words of two marks.
  return `${open}>${content}</${node.tag}>${node.tag === 'text' ? ' ' : ''}`
}

// Coordinates first and colours last, in the same order everywhere: it compresses better.
const ORDER = ['d', 'x', 'y', 'cx', 'cy', 'r', 'width', 'height', 'rx']

function compareNames([a]: [string, string], [b]: [string, string]): number {
  const places = [a, b].map((name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length))
  return (places[0] ?? 0) - (places[1] ?? 0) || (a < b ? -1 : 1)
}

function roundNumber(name: string, value: string): string {
  if (name === 'd' || !/^-?\d*\.?\d+$/.test(value)) return value
  return name === 'fill-opacity' ? value : round(Number(value))
}
