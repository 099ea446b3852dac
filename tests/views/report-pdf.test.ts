import { expect, test } from 'vitest'
import { pdfPathOf, stampPdfSize } from '../../src/views/report-pdf.ts'

test('a bulletin links its PDF with the size that it turned out to have', () => {
  expect(pdfPathOf('2026-10')).toBe('/reports/2026-10/2026-10.pdf')
  const page = '<a href="/reports/2026-10/2026-10.pdf" data-pdf>PDF</a>'
  expect(stampPdfSize(page, '412 kB', 'zh')).toBe('<a href="/reports/2026-10/2026-10.pdf">PDF（412 kB）</a>')
  expect(stampPdfSize(page, '412 kB', 'en')).toBe('<a href="/reports/2026-10/2026-10.pdf">PDF (412 kB)</a>')
  expect(() => stampPdfSize('<a href="2026-10.pdf">PDF</a>', '412 kB', 'zh')).toThrow(/without a place/)
})
