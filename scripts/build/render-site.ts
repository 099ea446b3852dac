import { build } from 'astro'
import { PROJECT } from '../command/options.ts'

// A process of its own, which the script of the build starts with the folders of the site in its environment. Astro's own
// command prints a line for each of thousands of files.
await build({ root: PROJECT, logLevel: 'warn' })
