/** Marks beyond this help nobody. */
const MARKS_MAX = 50

/** Marks what the reader searched for on the page they came to, and takes it out of the address, so that a copied link is clean. */
export function highlight(root: Element): void {
  const address = new URL(location.href)
  const phrase = address.searchParams.get('hl')
  if (!phrase) return
  address.searchParams.delete('hl')
  history.replaceState(history.state, '', address)
  let marks = 0
  for (const text of listTexts(root)) {
    if (marks >= MARKS_MAX) return
    marks += markIn(text, phrase)
  }
}

function listTexts(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node instanceof Text && !node.parentElement?.closest('script, style, svg, form, mark')) texts.push(node)
  }
  return texts
}

/** Wraps the first occurrence in a text node, and returns how many it wrapped. */
function markIn(text: Text, phrase: string): number {
  const at = text.data.toLowerCase().indexOf(phrase.toLowerCase())
  if (at < 0) return 0
  const found = text.splitText(at)
  found.splitText(phrase.length)
  const mark = document.createElement('mark')
  mark.className = 'search-mark'
  found.replaceWith(mark)
  mark.append(found)
  return 1
}
