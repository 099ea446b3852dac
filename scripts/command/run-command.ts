import { type LocalText, toBilingual } from './bilingual.ts'

/** Runs a script and turns how it ended into the exit code: 0 done, 1 input, 2 usage, 3 ours. */
export async function run(main: (args: string[]) => Promise<void>): Promise<void> {
  process.stdout.on('error', stopWhenReaderLeft)
  process.exitCode = await exitCodeOf(main, process.argv.slice(2))
}

/** The input is at fault: exit code 1. The message names what is wrong and what to do; no stack is shown. */
export class InputError extends Error {
  constructor(message: LocalText | string) {
    super(toBilingual(message))
    this.name = 'InputError'
  }
}

/** The command line is at fault: exit code 2. */
export class UsageError extends Error {
  constructor(message: LocalText | string) {
    super(toBilingual(message))
    this.name = 'UsageError'
  }
}

/** Thrown by `readOptions` for `--help`; its message is the help text. Exit code 0. */
export class HelpWanted extends Error {}

/** The exit code of one run; prints the fault, if any, to stderr. */
export async function exitCodeOf(main: (args: string[]) => Promise<void>, args: string[]): Promise<0 | 1 | 2 | 3> {
  try {
    await main(args)
    return 0
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): 0 | 1 | 2 | 3 {
  if (error instanceof HelpWanted) {
    process.stdout.write(`${error.message}\n`)
    return 0
  }
  if (error instanceof InputError) {
    if (error.message) process.stderr.write(`✗ ${error.message}\n`)
    return 1
  }
  if (error instanceof UsageError) {
    process.stderr.write(`✗ ${error.message}\n  --help lists the options. 用 --help 查看各选项。\n`)
    return 2
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `✗ This is a fault of the program, not of your files. 这是程序的错误，不是数据的问题。\n${stack}\n`,
  )
  return 3
}

/** `npm run -s check -- --format json | head` closes the pipe early; that is not an error. */
function stopWhenReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(process.exitCode ?? 0)
}
