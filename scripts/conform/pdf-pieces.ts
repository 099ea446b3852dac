import { getDocumentProxy } from 'unpdf'
import type { Piece } from './printed-pages.ts'

/** The pieces of text of a PDF in the order in which they were drawn. */
export async function readPdf(bytes: Uint8Array): Promise<Piece[]> {
  // The reader takes the bytes for itself, and pages of a large document one by one.
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pieces: Piece[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [left = 0, , right = 0] = page.view
    const { items } = await page.getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform
      pieces.push({ text: item.str, page: number, x: x - left, y, width: item.width, pageWidth: right - left })
    }
    page.cleanup()
  }
  await document.loadingTask.destroy()
  return pieces
}
