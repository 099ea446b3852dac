import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { resolvePackageFile, runProgram } from '../command/child.ts'
import { runStage } from '../command/progress-reporter.ts'
import { InputError, UsageError } from '../command/run-command.ts'

/** Chromium for our own pages on localhost: no sandbox, which containers lack, and no calls home. */
export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: FLAGS, timeout: START_WITHIN_MS })
}

/**
 * The path of a Chromium that starts: `CHROMIUM_PATH`, a Chromium of the system, or of Playwright; else one is
 * installed by Playwright, else by the system's package manager.
 */
export async function findChromium(): Promise<string> {
  return (await findInstalledChromium()) ?? runStage({ zh: '安装 Chromium', en: 'Installing Chromium' }, install)
}

/** As `findChromium`, but null where none is there: nothing is installed. */
export async function findInstalledChromium(): Promise<string | null> {
  const given = process.env['CHROMIUM_PATH']
  if (!given) return findFirstThatStarts(listCandidates())
  const error = await startError(given)
  if (error === null) return given
  throw new UsageError({ zh: `CHROMIUM_PATH 无法启动：${error}`, en: `CHROMIUM_PATH does not start: ${error}` })
}

/** Only ends what hangs. */
const START_WITHIN_MS = 300_000

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

function listCandidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...listApplications(), chromium.executablePath()].filter((path) => existsSync(path))
}

function listApplications(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform !== 'win32') return []
  const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ]
  return programs.flatMap((program) => roots.flatMap((root) => (root ? [join(root, program)] : [])))
}

async function findFirstThatStarts(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    if ((await startError(path)) === null) return path
  }
  return null
}

/** Null where it starts. A file may be there and not start: Ubuntu's `chromium-browser` only points to a snap. */
export async function startError(path: string): Promise<string | null> {
  try {
    const browser = await launchChromium(path)
    await browser.close()
    return null
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error)
  }
}

async function install(): Promise<string> {
  await runProgram(process.execPath, [resolvePackageFile('playwright', 'cli.js'), 'install', 'chromium'])
  const managed = await findFirstThatStarts(listCandidates())
  if (managed) return managed
  await installFromSystem()
  const installed = await findFirstThatStarts(listCandidates())
  if (installed) return installed
  throw new InputError({
    zh: '没有可用的 Chromium，请自行安装，或以 CHROMIUM_PATH 指明其位置。',
    en: 'No Chromium starts here. Install Chromium, or name it with CHROMIUM_PATH.',
  })
}

async function installFromSystem(): Promise<void> {
  const manager = MANAGERS.find((manager) => isOnPath(manager.program))
  if (!manager) return
  const isRoot = process.getuid?.() === 0 || manager.program === 'brew'
  for (const args of manager.runs) {
    if (isRoot) await runProgram(manager.program, args)
    else if (isOnPath('sudo')) await runProgram('sudo', ['-n', manager.program, ...args])
  }
}

/** Each brings a Chinese font along, so that pages are laid out as readers see them. */
const MANAGERS: readonly { program: string; runs: string[][] }[] = [
  { program: 'apt-get', runs: [['update'], ['install', '--yes', 'chromium', 'fonts-noto-cjk']] },
  { program: 'dnf', runs: [['install', '--assumeyes', 'chromium', 'google-noto-sans-cjk-fonts']] },
  { program: 'apk', runs: [['add', 'chromium', 'font-noto-cjk']] },
  { program: 'pacman', runs: [['--sync', '--noconfirm', 'chromium', 'noto-fonts-cjk']] },
  { program: 'zypper', runs: [['--non-interactive', 'install', 'chromium', 'noto-sans-cjk-fonts']] },
  { program: 'brew', runs: [['install', '--cask', 'chromium']] },
]

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
