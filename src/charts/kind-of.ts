import type { ChartKind } from './chart-kind.ts'
import type { FigureSpec } from './figure.ts'
import type { FigureBase } from './figure-base.ts'
import * as kinds from './kinds.ts'

// Compiles only where each kind is exported under the `kind` of its specs, and nothing beside the kinds.
const KINDS = { ...kinds } satisfies { [K in keyof typeof kinds]: ChartKind<FigureBase & { kind: K }> }

/** The record that draws, tabulates and describes a figure. */
export function kindOf(spec: FigureSpec): ChartKind<FigureSpec> {
  return KINDS[spec.kind]
}
