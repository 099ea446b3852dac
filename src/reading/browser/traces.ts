/**
 * The trace of a figure is taken from its own page when it is opened; where it cannot be fetched, the link to that page stays.
 * Citations that are opened have the day on which they are copied.
 */
export function startTraces(): void {
  addEventListener('toggle', ({ target }) => show(target), true)
  for (const details of document.querySelectorAll('details[open]')) show(details)
}

function show(opened: EventTarget | null): void {
  if (!(opened instanceof HTMLDetailsElement)) return
  // Swedish writes days as ISO 8601 does.
  for (const day of opened.querySelectorAll('[data-today]')) day.textContent = new Date().toLocaleDateString('sv')
  const { trace } = opened.dataset
  if (!trace || !opened.open) return
  delete opened.dataset.trace
  fill(opened, trace).catch(reportError)
}

async function fill(details: HTMLDetailsElement, trace: string): Promise<void> {
  const page = await fetch(trace).then(
    (answer) => answer.text(),
    () => '',
  )
  const id = trace.split('#')[1] ?? ''
  const found = new DOMParser().parseFromString(page, 'text/html').getElementById(id)
  if (found) details.lastElementChild?.replaceWith(found)
}
