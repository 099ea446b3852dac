/** A number with at most one decimal: `12.34` → `12.3`, `-0.04` → `0`. */
export function round(value: number): string {
  const tenths = Math.round(value * 10) / 10
  return String(tenths === 0 ? 0 : tenths)
}

/** An absolute path of M, L, H, V and Z, with its coordinates made relative: a third shorter. */
export function makeRelative(d: string): string {
  const commands = d.match(/[a-zA-Z][^a-zA-Z]*/g) ?? []
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, last: '', out: '' }
  for (const command of commands) drawCommand(pen, command.charAt(0), numbersOf(command.slice(1)))
  return pen.out
}

interface Shape {
  tag: string
  attributes: Map<string, string>
  children: Shape[]
  text: string
}

/** Neighbouring paths and plain boxes that differ in nothing but their outline become one path. */
export function joinShapes<S extends Shape>(shapes: readonly S[]): S[] {
  const joined: S[] = []
  for (const shape of shapes.map(convertBox)) {
    const last = joined.at(-1)
    if (last && isJoinable(last, shape)) {
      last.attributes.set('d', `${last.attributes.get('d')}${findStart(shape)}`)
    } else {
      joined.push({ ...shape, attributes: new Map(shape.attributes) })
    }
  }
  return joined
}

interface Pen {
  x: number
  y: number
  startX: number
  startY: number
  last: string
  out: string
}

function drawCommand(pen: Pen, letter: string, numbers: number[]): void {
  if (letter === 'Z' || letter === 'z') {
    pen.x = pen.startX
    pen.y = pen.startY
    write(pen, 'z', [])
    return
  }
  if (!'MLHV'.includes(letter)) throw new Error(`unexpected command in a path: ${letter}`)
  const isPair = letter === 'M' || letter === 'L'
  for (let index = 0; index < numbers.length; index += isPair ? 2 : 1) {
    const x = letter === 'V' ? pen.x : (numbers[index] ?? 0)
    const y = targetOf(pen, letter, numbers, index)
    if (letter === 'M' && index === 0) moveTo(pen, x, y)
    else drawLineTo(pen, x, y)
  }
}

function targetOf(pen: Pen, letter: string, numbers: number[], index: number): number {
  if (letter === 'H') return pen.y
  return letter === 'V' ? (numbers[index] ?? 0) : (numbers[index + 1] ?? 0)
}

// Starts stay absolute, so that two paths can be put end to end.
function moveTo(pen: Pen, x: number, y: number): void {
  write(pen, 'M', [x, y])
  pen.x = x
  pen.y = y
  pen.startX = x
  pen.startY = y
}

function drawLineTo(pen: Pen, x: number, y: number): void {
  const dx = snap(x - pen.x)
  const dy = snap(y - pen.y)
  if (dy === 0) write(pen, 'h', [dx])
  else if (dx === 0) write(pen, 'v', [dy])
  else write(pen, 'l', [dx, dy])
  pen.x = x
  pen.y = y
}

/** Appends to `pen.out`, leaving out what a reader of paths can guess: repeated letters, spaces before a sign. */
function write(pen: Pen, letter: string, numbers: number[]): void {
  let text = letter === pen.last && letter !== 'M' && letter !== 'z' ? '' : letter
  for (const number of numbers) {
    const short = round(number).replace(/^(-?)0\./, '$1.')
    const needsSpace = text === '' || (text !== letter && !short.startsWith('-'))
    text += needsSpace && !(text === '' && short.startsWith('-')) ? ` ${short}` : short
  }
  pen.out += text
  pen.last = letter
}

function numbersOf(text: string): number[] {
  return (text.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map((number) => snap(Number(number)))
}

function snap(value: number): number {
  return Math.round(value * 10) / 10
}

function convertBox<S extends Shape>(shape: S): S {
  if (shape.tag !== 'rect' || shape.attributes.has('rx')) return shape
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(shape.attributes.get(name) ?? 0))
  const attributes = new Map(shape.attributes)
  for (const name of ['x', 'y', 'width', 'height']) attributes.delete(name)
  const right = snap((x ?? 0) + (width ?? 0))
  const bottom = snap((y ?? 0) + (height ?? 0))
  attributes.set('d', makeRelative(`M${x},${y}H${right}V${bottom}H${x}Z`))
  return { ...shape, tag: 'path', attributes }
}

function isJoinable(a: Shape, b: Shape): boolean {
  if (a.tag !== 'path' || b.tag !== 'path' || a.attributes.size !== b.attributes.size) return false
  return [...a.attributes].every(([name, value]) => name === 'd' || b.attributes.get(name) === value)
}

function findStart(shape: Shape): string {
  return shape.attributes.get('d') ?? ''
}
