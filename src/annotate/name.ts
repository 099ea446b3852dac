/** Name of the annotated copy: `2026-10.csv` → `2026-10.csv.检查.xlsx`. */
export function annotatedName(file: string): string {
  const name = file.replace(/^.*\//, '')
  return /\.xlsx$/i.test(name) ? name.replace(/\.xlsx$/i, '.检查.xlsx') : `${name}.检查.xlsx`
}
