import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FORMAT_CHECKS } from '../../scripts/conform/formats/index.ts'
import { BROWSERS } from '../../src/text/browsers.ts'
import { listFilesBelow, listProjectFiles, PROJECT, readProject } from './files.ts'

const packageJson = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readProject('package.json')))

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        resolved: z.string().optional(),
        hasInstallScript: z.boolean().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readProject('package-lock.json')))

describe('package.json', () => {
  test('pins Node 24 exactly', () => {
    expect(packageJson.dependencies['node']).toMatch(/^24\.\d+\.\d+$/)
    expect(lock.packages['node_modules/node']?.version).toBe(packageJson.dependencies['node'])
  })

  test('judges every install script of the lock', () => {
    const paths = Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript)
    const names = new Set(paths.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)))
    expect([...names].filter((name) => packageJson.allowScripts[name] === undefined)).toEqual([])
    expect(packageJson.allowScripts['node']).toBe(true)
  })

  test('every script runs a file that exists, through set-up', () => {
    for (const [name, command] of Object.entries(packageJson.scripts)) {
      // `test:quick` is scripts/test.ts with the word `quick`.
      const [verb, ...words] = name.split(':')
      expect(command).toBe(['node scripts/set-up.mjs', verb, ...words].join(' '))
      expect(listFilesBelow('scripts', /\.ts$/)).toContain(`scripts/${verb}.ts`)
    }
  })
})

describe('package-lock.json', () => {
  test('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([])
  })

  test('holds every optional package, so that a strict npm ci passes (scripts/fill-lock.mjs puts them back)', () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/'))))
    const missing = Object.values(lock.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !names.has(`node_modules/${name}`))
    expect(missing).toEqual([])
  })
})

test.each(['README.md', 'content/pages/about/zh.mdx', 'content/pages/about/en.mdx'])(
  '%s states the browsers',
  (file) => {
    const text = readProject(file)
    for (const words of [
      `Chromium ${BROWSERS.chromium}`,
      `Chromium ${BROWSERS.chromiumReadable}`,
      `Firefox ${BROWSERS.firefox}`,
      `Safari ${BROWSERS.safari}`,
      `Safari ${BROWSERS.safariScripts}`,
    ]) {
      expect(text).toContain(words)
    }
  },
)

describe('README.md', () => {
  const readReadme = () => readProject('README.md')

  test('has a row for every folder of src and every top folder', () => {
    const text = readReadme()
    const rooms = readdirSync(join(PROJECT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const folders = [
      ...rooms.map((room) => `src/${room.name}`),
      'data/raw',
      'data/published',
      'content',
      'scripts',
      'tests',
    ]
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    expect(folders.filter((folder) => !rows.some((row) => row.includes(`\`${folder}`)))).toEqual([])
  })

  test('names no folder of src that is not there', () => {
    const named = [...readReadme().matchAll(/`src\/([a-z]+)\//g)].map((match) => match[1] ?? '')
    const rooms = readdirSync(join(PROJECT, 'src'))
    expect(named.filter((room) => !rooms.includes(room))).toEqual([])
  })

  test('its commands exist', () => {
    const verbs = [...readReadme().matchAll(/\bnpm (?:run (?:-s )?)?([a-z-]+(?::[a-z-]+)*)\b/g)].map(
      (match) => match[1] ?? '',
    )
    const own = ['ci', 'install', 'run']
    expect(verbs).toContain('start')
    expect(verbs).toContain('test')
    expect(verbs.filter((verb) => !own.includes(verb) && !(verb in packageJson.scripts))).toEqual([])
  })

  test('names each check of conform that reads what leaves the site, with the versions that are pinned', () => {
    const text = readProject('README.md')
    expect(FORMAT_CHECKS.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
    const home = 'scripts/conform/formats'
    const files = ['java-programs.ts', 'schema-program.ts', 'verapdf.ts', 'gofeed/go.mod']
    const declared = files.map((file) => readProject(`${home}/${file}`)).join('\n')
    const pins = [
      ...readProject(`${home}/requirements.txt`).split('\n'),
      // `artifact: 'rome', version: '2.1.0'`, `/gofeed v1.4.2`
      ...[...declared.matchAll(/([\w-]+)(?:',\s*version: '| v)(\d[\d.]+)/g)].map(
        ([, name, version]) => `${name}==${version}`,
      ),
    ]
    const table = text.slice(text.indexOf('### What was read')).split('\n## ')[0] ?? ''
    const named = [...table.matchAll(/([a-z]\w*(?:-[a-z]+)*) (\d+\.\d+\.\d+)/g)].map(
      ([, name, version]) => `${name}==${version}`,
    )
    expect(named.length).toBeGreaterThan(12)
    expect(named.filter((pin) => !pins.includes(pin))).toEqual([])
  })

  test('its relative links lead somewhere', () => {
    const files = listProjectFiles()
    const links = [...readReadme().matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((match) => match[1] ?? '')
    const leadsSomewhere = (link: string) =>
      files.some((file) => file === link || file.startsWith(`${link.replace(/\/$/, '')}/`))
    expect(links.filter((link) => !leadsSomewhere(link))).toEqual([])
  })
})

test('.ci/run calls npm test and nothing else', () => {
  const lines = readProject('.ci/run')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines).toEqual(['set -euo pipefail', 'cd "$(dirname "$0")/.."', 'npm test'])
})

test('no file names a folder of the machine it was written on, or a registry', () => {
  // Written in pieces, so that this file does not find itself.
  const refused = new RegExp(
    ['/wor' + 'k/', '/ho' + 'me/\\w', '/Us' + 'ers/\\w', '/ro' + 'ot/', 'registry\\.' + 'npm', 'npm' + 'mirror'].join(
      '|',
    ),
  )
  const texts = listProjectFiles().filter((file) =>
    /\.(ts|mjs|js|json|astro|css|md|mdx|ya?ml|html|svg|csv|txt)$|\/run$/.test(file),
  )
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((file) => refused.test(readProject(file)))).toEqual([])
})
