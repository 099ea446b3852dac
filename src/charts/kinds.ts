/*
 * The kinds of chart, each a folder with one record, exported under the `kind` that its specs have, and the type of its
 * specs. A new kind is a folder and a line here.
 */
export * from './dwell/dwell.ts'
export * from './funnel/funnel.ts'
export * from './heat/heat.ts'
export * from './interval/interval.ts'
export * from './likert/likert.ts'
export * from './line/line.ts'
export * from './multiples/multiples.ts'
export * from './pyramid/pyramid.ts'
export * from './stacked/stacked.ts'
export * from './tiles/tiles.ts'
