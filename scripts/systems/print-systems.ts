import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemsSchema } from '../../src/portal/systems-schema.ts'
import { readYaml } from '../../src/portal/yaml.ts'
import { printProblems } from '../../src/problems/print-problems.ts'
import { readIfThere } from '../../src/store/disk.ts'
import { PROJECT } from '../command/options.ts'
import { InputError } from '../command/run-command.ts'
import { listSystemStates, type NamedTest, STATES } from './system-states.ts'
import type { SystemsOptions } from './systems-options.ts'

const FILE = 'systems/systems.yaml'

/** A line a system: id, state, test; then how many of each state. With `--format json`, the same as one array. */
export async function printSystems({ content, format }: SystemsOptions): Promise<void> {
  const bytes = await readIfThere(join(content, FILE))
  if (bytes === null) throw new InputError({ zh: `没有${FILE}。`, en: `There is no ${FILE}.` })
  const { value, problems } = readYaml(new TextDecoder().decode(bytes), systemsSchema, { file: FILE })
  if (!value) throw new InputError({ zh: printProblems(problems, 'zh'), en: printProblems(problems, 'en') })
  const states = listSystemStates(value.systems, await readNamedTests(join(PROJECT, 'tests')))
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(states)}\n`)
    return
  }
  for (const { id, name, state, tests } of states) {
    const held = tests.map(({ file, title }) => `${file}: ${title}`).join('; ')
    process.stdout.write(`${[id.padEnd(4), STATES[state].en.padEnd(24), name, held].join('  ').trimEnd()}\n`)
  }
  const counts = Object.entries(STATES).map(([state, words]) => {
    const count = states.filter((system) => system.state === state).length
    return { zh: `${words.zh}${count}项`, en: `${words.en} ${count}` }
  })
  process.stdout.write(`${counts.map(({ zh }) => zh).join('，')} · ${counts.map(({ en }) => en).join(', ')}\n`)
}

const TITLE = /\btest\(\s*['"`]([^'"`\n]+)['"`]/g

/** Tests by file and title, in the order of their files. */
async function readNamedTests(folder: string): Promise<NamedTest[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.test.ts')).toSorted()
  const tests: NamedTest[] = []
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8')
    for (const [, title = ''] of text.matchAll(TITLE)) tests.push({ file: `tests/${file}`, title })
  }
  return tests
}
