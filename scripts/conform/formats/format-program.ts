import type { LocalText } from '../../command/bilingual.ts'
import type { SampleSite } from './sample-site.ts'

/** A program that reads what leaves the site, what it is asked, and how a copy is broken so that it must see it. */
export interface FormatProgram {
  name: string
  /** What is proven, and what the program does not see. */
  about: LocalText
  /** Set where the SHACL files of DCAT-AP are needed, which are not ours to give away. */
  needsShapes?: boolean
  /** Set where bulletins are to be built as PDF too. */
  needsPdf?: boolean
  /** What the site lacks that is asked about, or null. */
  findMissing?(site: string): Promise<string | null>
  /** Puts what is needed below a folder, where it is not there yet; returns what is lacking, or null. */
  prepare(programs: string): Promise<string | null>
  /** The name and version that are reported. */
  findVersion(): Promise<{ program: string; version: string }>
  /** What it finds in a site, a line each. Throws a ProgramError where it fails at its work. */
  ask(site: string, place: ProgramPlace): Promise<string[]>
  breakCopy(sample: SampleSite): Promise<void>
}

export interface ProgramPlace {
  /** Folder of installed programs, of all checks. */
  programs: string
  /** Folder of this check alone. */
  workDir: string
  /** Folder with the SHACL files of DCAT-AP, where one was named. */
  shapes: string | undefined
}
