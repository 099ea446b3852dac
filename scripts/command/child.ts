import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { PROJECT } from './options.ts'

/** Runs a program in the project's folder; what it prints is passed on to stderr, or gathered for `gather`. */
export function runProgram(program: string, args: string[], options: ProgramOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.folder ?? PROJECT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.gather ? 'pipe' : 2, options.gather ? 'pipe' : 2],
    })
    let output = ''
    let stdout = ''
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece
      stdout += piece
    })
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      output += piece
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 3, output, stdout }))
  })
}

export interface ProgramOptions {
  folder?: string
  env?: Record<string, string>
  gather?: boolean
}

export interface Ended {
  code: number
  /** Both streams as they came, '' unless gathered. */
  output: string
  stdout: string
}

/** A JavaScript file of a package, to be run by Node itself: shims in `.bin` differ from system to system. */
export function resolvePackageFile(...path: string[]): string {
  return join(PROJECT, 'node_modules', ...path)
}
