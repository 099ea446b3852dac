/** A sentence in both languages. */
export interface LocalTextLike {
  zh: string
  en: string
}

/** One outside program and what it must make of the built site. */
export interface ConformCheck {
  name: string
  /** what it proves, both languages */
  about: LocalTextLike
  run(context: { site: string; workDir: string; tell(line: string): void }): Promise<ConformResult>
}

export type ConformResult =
  | { kind: 'ran'; program: string; version: string; findings: string[] }
  | { kind: 'lacking'; program: string; lacks: string }
