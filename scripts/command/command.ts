import type { LocalText } from './bilingual.ts'

/** What a script declares of its command line; `options.ts` reads it and `help.ts` prints it. */
export interface Command<Own extends Options> {
  /** The name in package.json: `check`. */
  verb: string
  /** One sentence: what the script does. */
  does: LocalText
  options: Own
  /** Placeholder of what may follow the options, `FILE…`; without it nothing may. */
  rest?: string
}

export type Options = Record<string, Option>
export type Option = FolderOption | TextOption | ChoiceOption | NumberOption | BaseOption | SwitchOption

/** A folder or file; relative to where the command was given. Its `fallback` is relative to the project. */
interface FolderOption {
  kind: 'folder'
  help: LocalText
  fallback?: string
}
interface TextOption {
  kind: 'text'
  help: LocalText
  /** Stands for the value in the help text: `YYYY-MM-DD`. */
  placeholder: string
  fallback?: string
}
export interface ChoiceOption {
  kind: 'choice'
  help: LocalText
  choices: readonly string[]
  fallback: string
}
/** A whole number. */
export interface NumberOption {
  kind: 'number'
  help: LocalText
  min: number
  max: number
  fallback?: number
}
/** A path that the site lives under; comes back as `/` or `/foo/`. */
interface BaseOption {
  kind: 'base'
  help: LocalText
}
interface SwitchOption {
  kind: 'switch'
  help: LocalText
}
