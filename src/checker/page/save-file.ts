import { createElement } from './page-element.ts'

/** A file that the page gives to the clerk. */
export interface Downloaded {
  name: string
  type: string
  bytes: ArrayBuffer | string
}

/** Saves a file where the browser saves what it downloads. */
export function download({ name, type, bytes }: Downloaded): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = createElement('a', { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  // The download has begun by then; kept, the copy would fill memory for as long as the page is open.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
