import { BROWSERS } from './browsers.ts'

/** Syntax that scripts for the reader may be written in, as esbuild and Vite name it; built-ins are held by tsconfig.browser.json. */
export const SCRIPT_TARGET = [
  `chrome${BROWSERS.chromiumReadable}`,
  `firefox${BROWSERS.firefox}`,
  `safari${BROWSERS.safariScripts}`,
]

/** How esbuild makes scripts for the reader: minified, each whole in itself. */
export const SCRIPT_OPTIONS = {
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: SCRIPT_TARGET,
  charset: 'utf8',
  logLevel: 'silent',
} as const
