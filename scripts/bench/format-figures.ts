const NAME_COLUMN = 26

export function formatRow(name: string, values: readonly string[]): string {
  return `  ${name.padEnd(NAME_COLUMN)} ${values.join('  ')}`
}

/** An en dash marks what could not be measured. */
export function formatFixed(value: number | null, decimals: number): string {
  return value === null ? '–' : value.toFixed(decimals)
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
