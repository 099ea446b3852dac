import { PALETTE } from '../charts/palette.ts'

/** The palette as CSS variables that follow the reader's colour scheme: `:root{--paper:light-dark(#fbfaf7,#14171a);…}`. */
export function tokenCss(): string {
  const rules = Object.entries(PALETTE).map(([name, { light, dark }]) => `--${name}:light-dark(${light},${dark})`)
  return `:root{${rules.join(';')}}`
}
