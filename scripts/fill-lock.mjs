// npm leaves out of package-lock.json what a registry does not hold for other platforms, and a strict `npm ci` then
// refuses the lock ("Missing: … from lock file"). Run this after every `npm install`: it puts the entries back.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Adds the optional packages that other entries ask for and the lock lacks; mutates `lock` and returns their paths.
 * An entry has no `integrity`, since the registry had no file to hash: npm takes what its registry then holds.
 */
export function fillLock(lock) {
  const added = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(lock, path, name)) continue
      const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)
      if (!exact) throw new Error(`${path} asks for ${name}@${version}, a range: no version can be put in the lock`)
      lock.packages[`node_modules/${name}`] = {
        version,
        ...parsePlatform(name),
        ...(entry.dev && { dev: true }),
        optional: true,
      }
      added.push(`node_modules/${name}`)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(comparePaths))
  return added
}

/** True where `name` is beside `path` or in any folder above it, as Node looks it up. */
function isLocked(lock, path, name) {
  let folder = path
  while (true) {
    if (lock.packages[`${folder}${folder && '/'}node_modules/${name}`]) return true
    if (folder === '') return false
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
}

const SYSTEMS = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
}
const LIBRARIES = { gnu: 'glibc', musl: 'musl' }

/** What a platform package runs on, by its name: `cli-linux-x64-musl` → linux, x64, musl. */
function parsePlatform(name) {
  const words = name.split(/[/-]/)
  const system = words.map((word) => SYSTEMS[word]).find(Boolean)
  const processor = words.find((word) => /^(x64|arm64|wasm32)$/.test(word))
  const library = words.map((word) => LIBRARIES[word]).find(Boolean)
  if (!processor) throw new Error(`${name}: its name does not say what it runs on`)
  return { cpu: [processor], ...(library && { libc: [library] }), ...(system && { os: [system] }) }
}

function comparePaths([a], [b]) {
  return a < b ? -1 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = fillLock(lock)
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${added.length} entries added 补入 ${added.length} 项`)
}
