/** Width of a text in digits, as a workbook measures its columns: a Chinese character is as wide as two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u1100' ? 2 : 1
  return width
}

/** The `<cols>` of a sheet whose columns have these widths. */
export function colsOf(widths: readonly number[]): string {
  if (widths.length === 0) return ''
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `<cols>${cols.join('')}</cols>`
}
