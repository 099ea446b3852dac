/*
 * Filters the whole register in the reader's browser. The plain paged lists stay beneath and need none of this;
 * the records are fetched only when somebody types.
 */

/** One entry as `/permits/records.<lang>.json` holds it: address, then the cells of the list in order. */
type Entry = [href: string, ...cells: string[]]

const SHOWN_MAX = 100

const box = document.querySelector<HTMLElement>('#register-filter')
const body = document.querySelector<HTMLTableSectionElement>('#register tbody')
const input = box?.querySelector('input')
const count = box?.querySelector('p')
if (box && body && input && count) start({ box, body, input, count })

interface Parts {
  box: HTMLElement
  body: HTMLTableSectionElement
  input: HTMLInputElement
  count: HTMLElement
}

function start({ box, body, input, count }: Parts): void {
  const hint = count.textContent
  const plain = [...body.rows]
  const pages = document.querySelector<HTMLElement>('#register-pages')
  let records: Promise<Entry[]> | null = null
  const apply = async () => {
    const words = input.value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
    if (words.length === 0) {
      body.replaceChildren(...plain)
      count.textContent = hint
      pages?.removeAttribute('hidden')
      return
    }
    records ??= fetch(box.dataset.records ?? '').then((response) => {
      if (!response.ok) throw new Error(`register: ${response.status}`)
      return response.json()
    })
    const asked = input.value
    const all = await records.catch((failure: unknown) => {
      records = null
      throw failure
    })
    if (asked !== input.value) return
    const found = all.filter((entry) =>
      words.every((word) =>
        entry.some((cell, index) => index > 0 && cell.normalize('NFKC').toLowerCase().includes(word)),
      ),
    )
    body.replaceChildren(...found.slice(0, SHOWN_MAX).map(rowOf))
    count.textContent = (box.dataset.count ?? '#').replace('#', String(found.length))
    pages?.setAttribute('hidden', '')
  }
  const applyOrSay = () => {
    apply().catch((failure: unknown) => {
      count.textContent = box.dataset.failed ?? ''
      reportError(failure)
    })
  }
  input.addEventListener('input', (event) => {
    if (event instanceof InputEvent && event.isComposing) return
    applyOrSay()
  })
  input.addEventListener('compositionend', applyOrSay)
}

function rowOf([href, ...cells]: Entry): HTMLTableRowElement {
  const row = document.createElement('tr')
  cells.forEach((text, index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td')
    if (index === 0) {
      const link = document.createElement('a')
      link.href = href
      link.textContent = text
      cell.append(link)
      cell.setAttribute('scope', 'row')
    } else if (index === 1) {
      const code = document.createElement('code')
      code.textContent = text
      cell.append(code)
    } else {
      cell.textContent = text
    }
    row.append(cell)
  })
  return row
}
