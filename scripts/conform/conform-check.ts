import type { LocalText } from '../command/bilingual.ts'

/** One outside program and what it is to find of the built site. `index.ts` lists them all. */
export interface ConformCheck {
  /** What `--only` takes: `engine-103`. */
  name: string
  /** What it proves, in both languages. */
  about: LocalText
  /** False for a check of something else than the site, which is not built for it. */
  needsSite?: boolean
  /** True where the site is to be built with its PDFs. */
  needsPdf?: boolean
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

/** The finding of a control: a check that sees nothing in a broken copy proves nothing. */
export const BLIND: LocalText = { zh: '弄坏的副本它没有看出来。', en: 'It saw nothing in a copy that was broken.' }

export type ConformResult =
  /** `summary` are lines about what was looked at, which are printed whatever was found. */
  | { kind: 'ran'; program: string; version: string; findings: string[]; summary?: string[] }
  /** The program is not on this machine, and in one line why not. */
  | { kind: 'lacking'; program: string; lacks: string }
