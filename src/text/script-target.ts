import { BROWSERS } from './browsers.ts'

/** Syntax that scripts for the reader may be written in, as esbuild and Vite name it; built-ins are held by tsconfig.browser.json. */
export const SCRIPT_TARGET = [
  `chrome${BROWSERS.chromiumReadable}`,
  `firefox${BROWSERS.firefox}`,
  `safari${BROWSERS.safariScripts}`,
]
