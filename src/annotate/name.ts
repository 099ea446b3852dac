/** Name of the annotated copy: `2026-10.csv` → `2026-10.csv.检查.xlsx`, which is also that of the copy's own copy. */
export function nameAnnotatedCopy(file: string): string {
  const name = file.replace(/^.*\//, '')
  return /\.xlsx$/i.test(name) ? name.replace(/(\.检查)?\.xlsx$/i, '.检查.xlsx') : `${name}.检查.xlsx`
}
