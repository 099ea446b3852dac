/**
 * An age band as it is printed beside a bar: `age_05_09` → `5–9`, `age_100_plus` → `100+`; any other code as it is. The
 * dash is an en dash: a spreadsheet makes a date of `5-9`.
 */
export function labelBand(code: string): string {
  const [, from, to] = /^age_(\d+)_(\d+|plus)$/.exec(code) ?? []
  if (from === undefined || to === undefined) return code
  return to === 'plus' ? `${Number(from)}+` : `${Number(from)}–${Number(to)}`
}
