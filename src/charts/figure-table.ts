import type { FigureSpec } from './figure.ts'
import type { DataTable } from './figure-base.ts'
import { kindOf } from './kind-of.ts'

/** Exactly what the picture shows, shares and bounds included. */
export function tableOf(spec: FigureSpec): DataTable {
  return kindOf(spec).table(spec)
}
