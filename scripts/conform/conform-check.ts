/** One outside program and what it is to find of the built site. `index.ts` lists them all. */
export interface ConformCheck {
  /** What `--only` takes: `engine-103`. */
  name: string
  /** What it proves, in both languages. */
  about: { zh: string; en: string }
  /** False for a check of something else than the site, which is not built for it. */
  needsSite?: boolean
  /** Looks at the site in the folder `site`; may write into `workDir`, which is its own and empty. */
  run(context: ConformContext): Promise<ConformResult>
}

export interface ConformContext {
  site: string
  workDir: string
  /** Folder with the SHACL files of DCAT-AP, where one was named. */
  shapes?: string | undefined
  /** How many times the months of the large dataset are put to Spark. */
  times?: number | undefined
  /** One line of progress. */
  report(line: string): void
}

export type ConformResult =
  /** `summary` are lines about what was looked at, which are printed whatever was found. */
  | { kind: 'ran'; program: string; version: string; findings: string[]; summary?: string[] }
  /** The program is not on this machine, and in one line why not. */
  | { kind: 'lacking'; program: string; lacks: string }
