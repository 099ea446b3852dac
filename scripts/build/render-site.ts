import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'astro'
import { bundleReading } from '../../src/reading/reading-script.ts'
import { READING_SCRIPT } from '../../src/reading/script-path.ts'
import { PROJECT } from '../command/options.ts'

// A process of its own, which the script of the build starts with the folders of the site in its environment. Astro's own
// command prints a line for each of thousands of files.
await build({ root: PROJECT, logLevel: 'warn' })
const out = process.env['MINGGE_ASTRO_OUT']
if (out === undefined) throw new Error('MINGGE_ASTRO_OUT is not set')
await writeFile(join(out, READING_SCRIPT), await bundleReading())
