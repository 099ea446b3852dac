/** Width of a text in units of its font size. A Chinese character is 1 em; Latin letters are taken a little wide. */
function measureEms(text: string): number {
  let width = 0
  for (const char of text) width += computeCharWidth(char)
  return width
}

/** Width of a text at a font size, rounded up. */
export function measureText(text: string, size: number): number {
  return Math.ceil(measureEms(text) * size)
}

/** Width of a text in bold, rounded up. */
export function measureBold(text: string, size: number): number {
  return Math.ceil(measureEms(text) * size * 1.08)
}

/** The widest of several texts at a font size; 0 where there is none. */
export function measureWidest(texts: readonly string[], size: number): number {
  return Math.max(0, ...texts.map((text) => measureText(text, size)))
}

/** Breaks a text into lines of at most `limit` em: Chinese between any characters but before closing marks, Latin at spaces. */
export function wrap(text: string, limit: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of splitPieces(text)) {
    if (line !== '' && measureEms((line + piece).trimEnd()) > limit) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line += piece
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** As `wrap`, in lines of about one length; a line rather ends behind a comma. */
export function balance(text: string, limit: number): string[] {
  const widestLines = wrap(text, limit)
  const options: string[][] = []
  for (let narrower = limit; narrower >= limit / 2; narrower -= 0.5) {
    const option = wrap(text, narrower)
    if (option.length > widestLines.length) break
    options.unshift(option)
  }
  const atCommas = options.find((option) => option.slice(0, -1).every((line) => /[，、；。,;]$/.test(line)))
  return atCommas ?? options[0] ?? widestLines
}

/** A block on one axis: where it wants its middle, and how much room it takes. */
interface Block {
  middle: number
  size: number
}

/**
 * Middles of blocks moved apart so that none overlap and all lie in `min`–`max`, each as near its wish as a
 * pass down and a pass up can bring it. Keeps the order of the input.
 */
export function spread(blocks: readonly Block[], min: number, max: number): number[] {
  const order = blocks.map((block, index) => ({ ...block, index })).toSorted((a, b) => a.middle - b.middle)
  let edge = min
  for (const block of order) {
    block.middle = Math.max(block.middle, edge + block.size / 2)
    edge = block.middle + block.size / 2
  }
  edge = max
  for (const block of order.toReversed()) {
    block.middle = Math.min(block.middle, edge - block.size / 2)
    edge = block.middle - block.size / 2
  }
  const middles = new Array<number>(blocks.length)
  for (const block of order) middles[block.index] = block.middle
  return middles
}

/** Distance between rows: `single`, or as much as the longest label's lines need. */
export function computeRowStep(labels: readonly (readonly string[])[], single: number): number {
  const most = Math.max(1, ...labels.map((words) => words.length))
  return most === 1 ? single : Math.max(single, most * 18 + 6)
}

function computeCharWidth(char: string): number {
  if (char >= '\u2e80' || char === '—' || char === '…') return 1
  if (/[ .,:;'|!il()[\]]/.test(char)) return 0.34
  if (/[MW%@m]/.test(char)) return 0.88
  if (/[A-Z]/.test(char)) return 0.72
  return 0.62
}

function splitPieces(text: string): string[] {
  return text.match(/[\u2e80-\uffff][，。、；：？！）》」』”％]*|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []
}
