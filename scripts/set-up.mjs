// The one script that the machine's own Node runs (from 20.20 on): installs what is missing, then runs
// scripts/VERB.ts under the Node 24 that package.json pins.
//   node scripts/set-up.mjs VERB [arguments]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const MODULES = join(PROJECT, 'node_modules')
const WINDOWS = process.platform === 'win32'
// On Windows `.bin/node` is a shell script around the real file.
const NODE = WINDOWS ? join(MODULES, 'node', 'bin', 'node.exe') : join(MODULES, '.bin', 'node')
const WANTED = /^v24\./

// Verbs that read large files on two threads, of which each would else keep up to 100 MB of short-lived values.
const CHECKING = new Set(['check', 'publish'])
const FLAGS_OF_CHECKING = ['--max-semi-space-size=8']

const [verb, ...args] = process.argv.slice(2)
if (!verb || !/^[a-z][a-z-]*$/.test(verb) || !existsSync(join(PROJECT, 'scripts', `${verb}.ts`))) {
  fail(2, `set-up: no script "${verb ?? ''}". 没有这个命令。 Usage: node scripts/set-up.mjs VERB [arguments]`)
}
if (!isInstalled()) install()
const version = readNodeVersion()
if (!WANTED.test(version)) {
  fail(
    3,
    `set-up: node_modules holds ${version || 'no Node'}, expected v24. 未能装好 Node 24。\n` +
      '  Its install script may have been blocked: see `npm config get ignore-scripts`, then `npm rebuild node`.',
  )
}
runScript()

/** True where node_modules matches the lock; npm writes its own copy of the lock there when it is done. */
function isInstalled() {
  const placed = join(MODULES, '.package-lock.json')
  if (!existsSync(placed) || !existsSync(NODE)) return false
  const wanted = readLock(join(PROJECT, 'package-lock.json'))
  const found = readLock(placed)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    // Packages for other platforms are never placed.
    if (!found[path] && !entry.optional && !entry.devOptional) return false
    if (found[path] && found[path].version !== entry.version) return false
    if (found[path] && !existsSync(join(PROJECT, path, 'package.json'))) return false
  }
  return Object.keys(found).every((path) => wanted[path])
}

function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function install() {
  process.stderr.write('· 安装依赖 Installing packages: npm ci\n')
  const start = Date.now()
  const ci = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm passes its own path, which spares Windows its npm.cmd; without npm around us, the npm on PATH is taken.
  const own = process.env.npm_execpath
  const isNpm = own !== undefined && basename(own).startsWith('npm')
  const [command, list] = isNpm ? [process.execPath, [own, ...ci]] : ['npm', ci]
  // npm's words go to stderr: stdout is for the result of the script, which a program may read.
  const done = spawnSync(command, list, { cwd: PROJECT, stdio: ['ignore', 2, 2], shell: !isNpm && WINDOWS })
  if (done.status !== 0) {
    fail(
      3,
      `set-up: npm ci failed (${done.error?.message ?? done.signal ?? `exit code ${done.status}`}). 安装依赖失败。`,
    )
  }
  process.stderr.write(`✓ 依赖已装好 Packages installed · ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
}

function readNodeVersion() {
  return spawnSync(NODE, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function runScript() {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const env = {
    ...process.env,
    [path]: [join(MODULES, '.bin'), process.env[path]].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    // What is compiled once is not compiled again, which is a third of starting.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(PROJECT, '.mingge', 'compiled'),
    // The C library of Linux keeps freed memory apart for each thread; with few such stores it is used again.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
    // Freed arrays of a megabyte and more go back to the system at once.
    MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? '1048576',
  }
  const flags = CHECKING.has(verb) ? FLAGS_OF_CHECKING : []
  const script = spawn(NODE, [...flags, join(PROJECT, 'scripts', `${verb}.ts`), ...args], { stdio: 'inherit', env })
  // A terminal sends Ctrl-C to the script too: we only outlive it, to pass its exit code on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => script.kill(signal))
  script.on('error', (error) => fail(3, `set-up: ${error.message}`))
  script.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 3)
  })
}

function fail(code, message) {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
