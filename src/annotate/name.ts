/** Name of the annotated copy: `2026-10.csv` → `2026-10.csv.核对.xlsx`, which is also that of the copy's own copy. */
export function nameAnnotatedCopy(file: string): string {
  const name = file.replace(/^.*\//, '')
  return /\.xlsx$/i.test(name) ? name.replace(/(\.(检查|核对))?\.xlsx$/i, '.核对.xlsx') : `${name}.核对.xlsx`
}
