import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { SCRIPT_OPTIONS } from '../text/script-target.ts'

/** What every page fetches when its reader first acts, minified and whole in itself. */
export async function bundleReading(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./browser/start-reading.ts', import.meta.url))],
    ...SCRIPT_OPTIONS,
  })
  const [file] = outputFiles
  if (!file) throw new Error('esbuild made no script of src/reading/browser')
  return file.text
}
