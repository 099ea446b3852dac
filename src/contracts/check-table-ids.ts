import type { z } from 'zod'

/** The site has these names beside the files of the tables: `/data/<dataset>/places.csv`, `/data/<dataset>/trace/`. */
const NAMES_OF_SITE = new Set(['places', 'datapackage', 'csv-metadata', 'trace', 'revisions'])

/** Adds an issue for each table whose files the site could not tell from its own. */
export function checkTableIds(tables: object, { addIssue }: z.RefinementCtx): void {
  for (const name of Object.keys(tables).filter((table) => NAMES_OF_SITE.has(table))) {
    const message = `the site needs the name ${name} for a file of its own; give the table another id`
    const zh = `网站自己要用${name}这个名称，请给表另起编号`
    addIssue({ code: 'custom', path: [name], message, params: { zh } })
  }
}
