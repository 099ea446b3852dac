import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { ChoiceOption, Command, NumberOption, Option, Options } from './command.ts'
import { buildHelpText } from './help.ts'
import { HelpWanted, UsageError } from './run-command.ts'

/** The folder that holds package.json. */
export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Reads the command line of a script. Every script takes `--data`, `--content`, `--out` and `--help`; folders come
 * back as absolute paths. Throws UsageError for what it does not know and HelpWanted for `--help`.
 */
export function readOptions<const Own extends Options>(command: Command<Own>, args: string[]): Read<Own> {
  const options: Options = { ...FOLDERS, ...command.options }
  const { values, positionals } = parse(options, args)
  if (values['help'] === true) throw new HelpWanted(buildHelpText(command, options))
  if (positionals.length > 0 && !command.rest) {
    throw new UsageError({ zh: `不认识的参数：${positionals[0]}。`, en: `Unknown argument: ${positionals[0]}.` })
  }
  const read: Record<string, unknown> = { rest: positionals }
  for (const [name, option] of Object.entries(options)) read[name] = readValue(name, option, values[name])
  // The loop above has filled every name of `Read<Own>` by the kind of its option.
  const result = read as Read<Own>
  // A script that writes something else than the site declares an `out` of its own.
  if (!command.options['out']) keepOutApart(read as Read<Record<never, Option>>)
  return result
}

/** For scripts whose result a program may read. */
export const FORMAT = {
  kind: 'choice',
  choices: ['text', 'json'],
  fallback: 'text',
  help: { en: 'how to print the result', zh: '结果的输出格式' },
} as const

/** Language of the problems that are printed; a program reads both with `--format json`. */
export const LANG = {
  kind: 'choice',
  choices: ['zh', 'en'],
  fallback: 'zh',
  help: { en: 'language of the problems', zh: '问题所用的语言' },
} as const

/** The day by which due days and the ends of exceptions are judged. */
export const TODAY = {
  kind: 'text',
  placeholder: 'YYYY-MM-DD',
  help: {
    en: 'day by which files are judged overdue; `today` of site.yaml, or the day of the run, by default',
    zh: '按哪一天判断逾期，默认为site.yaml的today，没有则为运行当天',
  },
} as const

/** A port to serve at. */
export const PORT = {
  kind: 'number',
  min: 0,
  max: 65535,
  fallback: 4321,
  help: { en: 'port, 0 = any', zh: '端口，0 为任意' },
} as const

/** Where published files are that do not lie in the data folder. */
export const PUBLISHED = {
  kind: 'folder',
  help: { en: 'published files; <data>/published by default', zh: '已发布文件，默认为 <data>/published' },
} as const

export const BASE = {
  kind: 'base',
  help: { en: 'path that the site is served under; / by default', zh: '网站所在的子路径，默认为 /' },
} as const

const FOLDERS = {
  data: { kind: 'folder', fallback: 'data', help: { en: 'raw and published files', zh: '原始文件与已发布文件' } },
  content: { kind: 'folder', fallback: 'content', help: { en: 'words of the site', zh: '网站的文字内容' } },
  out: { kind: 'folder', fallback: 'dist', help: { en: 'the finished site', zh: '生成的网站' } },
} as const

export type Read<Own extends Options> = { rest: string[] } & {
  [Name in keyof AllOf<Own>]: ValueOf<AllOf<Own>[Name]>
}

type AllOf<Own extends Options> = Omit<typeof FOLDERS, keyof Own> & Own

type ValueOf<One extends Option> = Values<One>[One['kind']]

interface Values<One> {
  switch: boolean
  base: string
  choice: One extends { choices: readonly (infer Choice)[] } ? Choice : never
  number: OrMissing<One, number>
  text: OrMissing<One, string>
  folder: OrMissing<One, string>
}

type OrMissing<One, Value> = One extends { fallback: Value } ? Value : Value | undefined

function parse(options: Options, args: string[]) {
  const config: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } }
  for (const [name, option] of Object.entries(options)) {
    config[name] = { type: option.kind === 'switch' ? 'boolean' : 'string' }
  }
  try {
    return parseArgs({ args, options: config, allowPositionals: true, strict: true })
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

function readValue(name: string, option: Option, given: unknown): unknown {
  if (option.kind === 'switch') return given === true
  // Only switches are boolean and no option may repeat, so what was given is a string.
  const text = given as string | undefined
  if (text === '') throw new UsageError({ zh: `--${name} 缺少值。`, en: `--${name} needs a value.` })
  switch (option.kind) {
    case 'folder':
      if (text !== undefined) return resolve(text)
      return option.fallback === undefined ? undefined : resolve(PROJECT, option.fallback)
    case 'text':
      return text ?? option.fallback
    case 'choice':
      return parseChoice(name, option, text)
    case 'number':
      return parseWholeNumber(name, option, text)
    case 'base':
      return parseBase(name, text ?? '/')
  }
}

function parseChoice(name: string, option: ChoiceOption, text: string | undefined): string {
  if (text === undefined) return option.fallback
  if (option.choices.includes(text)) return text
  const choices = option.choices.join(' | ')
  throw new UsageError({
    zh: `--${name} 应为 ${choices}，而不是 ${text}。`,
    en: `--${name} takes ${choices}, not ${text}.`,
  })
}

function parseWholeNumber(name: string, option: NumberOption, text: string | undefined): number | undefined {
  if (text === undefined) return option.fallback
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (value >= option.min && value <= option.max) return value
  const range = `${option.min}–${option.max}`
  throw new UsageError({ zh: `--${name} 应为 ${range} 的整数。`, en: `--${name} takes a whole number, ${range}.` })
}

function parseBase(name: string, text: string): string {
  const base = `/${text}/`.replaceAll(/\/+/g, '/')
  if (/^\/([a-z0-9][a-z0-9._~-]*\/)*$/.test(base)) return base
  throw new UsageError({
    zh: `--${name} 应形如 /foo/。`,
    en: `--${name} takes a path like /foo/, in lower-case ASCII.`,
  })
}

/** The out folder is replaced whole, so nothing that must last may lie in it. */
function keepOutApart(folders: Read<Record<never, Option>>): void {
  const out = folders.out.endsWith(sep) ? folders.out : `${folders.out}${sep}`
  for (const kept of [folders.data, folders.content, PROJECT]) {
    if (!`${kept}${sep}`.startsWith(out)) continue
    throw new UsageError({
      zh: `--out 会被整个替换，不能包含 ${kept}。`,
      en: `--out is replaced whole, so it must not hold ${kept}.`,
    })
  }
}
