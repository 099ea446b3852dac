import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { SCHEMA_NAMES, toSchemaText } from '../../src/portal/schemas.ts'
import { requireEmpty } from '../command/empty-folder.ts'
import { PROJECT } from '../command/options.ts'
import { quoteForShell } from './quote-for-shell.ts'

/** The portal that is copied: a city of three districts and one dataset, with a comment on every item. */
const TEMPLATE = join(PROJECT, 'scripts', 'new', 'portal')

/**
 * Writes a portal into a folder that is empty or not there yet, and returns what to run next. Throws InputError for a
 * folder that holds anything, so that nobody's files are mixed with ours.
 */
export async function writePortal([given]: readonly [string, ...string[]]): Promise<string> {
  const folder = resolve(given)
  await requireEmpty(folder)
  await cp(TEMPLATE, folder, { recursive: true })
  await mkdir(join(folder, 'schema'), { recursive: true })
  for (const name of SCHEMA_NAMES) {
    await writeFile(join(folder, 'schema', `${name}.json`), toSchemaText(name))
  }
  await writeFile(join(folder, 'tsconfig.json'), buildTsconfig(folder))
  return describeNextSteps(folder)
}

/** Lets an editor find the type that contracts import; the program itself does not read this file. */
function buildTsconfig(folder: string): string {
  const types = relative(folder, join(PROJECT, 'src', 'contracts', 'contract.ts'))
    .split(sep)
    .join('/')
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
    paths: { 'mingge/contract': [types] },
  }
  return `${JSON.stringify({ compilerOptions, include: ['data/contracts'] }, null, 2)}\n`
}

function describeNextSteps(folder: string): string {
  const quotePath = (...path: string[]) => quoteForShell(join(folder, ...path))
  const data = `--data ${quotePath('data')}`
  return `已写好 Written: ${folder}

接着运行 Next:
  npm run check -- ${data}
  npm start -- ${data} --content ${quotePath('content')} --out ${quotePath('dist')}

faulty/2026-Q3.csv 里有故意写错的地方，不影响以上命令。放进 data/raw/ 再核对，看怎样指出问题和改法：
faulty/2026-Q3.csv contains deliberate faults and does not affect the commands above. Put it into data/raw/ and check
again to see how faults are reported, with their remedies; delete it there afterwards:
  cp ${quotePath('faulty', '2026-Q3.csv')} ${quotePath('data', 'raw', 'assistance')}
`
}
