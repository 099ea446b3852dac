import { readFileSync } from 'node:fs'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { transformSync } from 'esbuild'
import { SCRIPT_TARGET } from './src/text/script-target.ts'

// scripts/build.ts sets these; the defaults serve `astro dev` and `astro check`.
const {
  MINGGE_BASE: base = '/',
  MINGGE_ASTRO_OUT: outDir = 'dist',
  MINGGE_SITE: site,
  MINGGE_CACHE: cacheDir,
} = process.env

/**
 * For Chromium before 98 the bundler turns private members into maps, only since static fields called `name` go wrong there, of
 * which we have none. Looking them up takes a tenth of the time in which a large file is checked.
 */
const BUNDLE_TARGET = SCRIPT_TARGET.map((engine) => (engine.startsWith('chrome') ? 'chrome98' : engine))

/** Rules about a publisher's own contracts, words, places and releases: no page that checks a file can raise them. */
const RULES_OF_PUBLISHERS =
  /src\/problems\/catalogue\/(content|contract|department|exception|places|profile|release)-rules\.ts$/

/** Scripts of pages go without the messages of those rules, which are some kilobytes in two languages. */
const leaveRulesOut = {
  name: 'mingge-leave-rules-out',
  enforce: 'pre',
  load(id, options) {
    const [, name] = RULES_OF_PUBLISHERS.exec(id) ?? []
    return name === undefined || options?.ssr ? null : `export const ${name.toUpperCase()}_RULES = {}`
  },
}

/** As the library for workbooks declares what reads any format. */
const READ_ANY = 'function readSync(data/*:RawData*/, opts/*:?ParseOpts*/)/*:Workbook*/ {'

/**
 * Scripts of pages read .xlsx by `parse_zip`, which asks `readSync` only for what is in an old document of Numbers. Without
 * it, the library's readers of a dozen other formats are left out, some 40 kilobytes.
 */
const leaveFormatsOut = {
  name: 'mingge-leave-formats-out',
  enforce: 'pre',
  transform(code, id, options) {
    if (!id.endsWith('/@e965/xlsx/xlsx.mjs') || options?.ssr) return null
    const parts = code.split(READ_ANY)
    if (parts.length !== 2) throw new Error('@e965/xlsx: readSync is declared in other words')
    return {
      code: parts.join(
        `function readSync() { throw new Error('Unsupported ZIP file') }\nfunction readAny(data, opts) {`,
      ),
      map: null,
    }
  },
}

/** Scripts that are written in a component; those with a type are data. Astro leaves both as they are. */
const WRITTEN = /(<script is:inline(?![^<>]* type=)[^<>]*>)([^<]+(?:<(?!\/script)[^<]*)*)(<\/script>)/g

/**
 * They are a quarter kilobyte less in every page without their blanks and long names. Some of them must be understood by
 * browsers older than those that the site is made for, so no newer syntax is put into them.
 */
const minifyWrittenScripts = {
  name: 'mingge-minify-written-scripts',
  enforce: 'pre',
  // Astro compiles what is loaded before any other plugin may change it.
  load(id) {
    if (!id.endsWith('.astro')) return null
    const minify = (script) => transformSync(script, { minify: true, target: 'es2019', charset: 'utf8' }).code.trim()
    return readFileSync(id, 'utf8').replace(WRITTEN, (_, open, script, close) => `${open}${minify(script)}${close}`)
  },
}

/** The bundler warns of plugins that take long, as they do on a busy machine, and each warning ends the build. */
const WITHOUT_CLOCK = { bundlerTimings: false }

export default defineConfig({
  base,
  outDir,
  ...(site ? { site } : {}),
  ...(cacheDir ? { cacheDir } : {}),
  integrations: [mdx()],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  // Static HTML only: no prefetch script, no image service, no sessions.
  prefetch: false,
  scopedStyleStrategy: 'where',
  vite: {
    plugins: [minifyWrittenScripts, leaveRulesOut, leaveFormatsOut],
    worker: { plugins: () => [leaveRulesOut, leaveFormatsOut], rolldownOptions: { checks: WITHOUT_CLOCK } },
    build: {
      target: BUNDLE_TARGET,
      cssTarget: SCRIPT_TARGET,
      assetsInlineLimit: 0,
      // The desk of /check/ carries the readers of CSV and XLSX; tests/budgets.ts holds the sizes of all pages.
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        checks: WITHOUT_CLOCK,
        // Astro marks MDX modules with a directive of its own; the bundler's remark on it is no warning about this site.
        onLog(level, log, handle) {
          if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('astro:head-inject')) return
          handle(level, log)
        },
      },
    },
  },
})
