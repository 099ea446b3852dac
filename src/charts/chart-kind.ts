import type { Canvas, Drawing } from './canvas.ts'
import type { DataTable } from './figure-base.ts'
import type { Voice } from './phrases.ts'

/**
 * All that a kind of chart is made of. These are methods on purpose: TypeScript then lets the record of any kind be
 * used for the union of all figures, which `kindOf` looks up by `kind`.
 */
export interface ChartKind<Spec> {
  /** The picture, in units of the canvas. */
  draw(spec: Spec, canvas: Canvas): Drawing
  /** Exactly what the picture shows, shares and bounds included. */
  table(spec: Spec): DataTable
  /** One sentence: what a person who cannot see the picture should know. */
  summarise(spec: Spec, voice: Voice): string
}
