import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { type Label, NAMED } from './accessible-names.ts'
import type { Marionette } from './marionette.ts'

/** What a check does with one Firefox, page after page. */
export interface FirefoxSession {
  /** `153.8.0` */
  version: string
  goTo(url: string): Promise<void>
  /** Runs a function in the page that returns JSON and needs nothing from without. */
  evaluate(inPage: () => string): Promise<string>
  setScheme(scheme: 'light' | 'dark'): Promise<void>
  /** A PDF of A4. */
  print(): Promise<Uint8Array>
  /** Role and name, as a screen reader is given them, of the elements of `NAMED`. */
  readLabels(): Promise<Label[]>
  /** Errors of the scripts of pages since the last call. */
  readFaults(): Promise<string[]>
}

export const SIZE = { width: 1280, height: 900 }

export async function openSession({ send }: Marionette): Promise<FirefoxSession> {
  const { capabilities } = SESSION.parse(await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } }))
  await send('WebDriver:SetWindowRect', SIZE)
  const runScript = async (script: string) => {
    const answer = await send('WebDriver:ExecuteScript', { script, args: [] })
    return TEXT.parse(answer).value
  }
  /** Runs a script in the browser itself, where preferences and the console are. */
  const runInBrowser = async (script: string) => {
    await send('Marionette:SetContext', { value: 'chrome' })
    try {
      return await runScript(script)
    } finally {
      await send('Marionette:SetContext', { value: 'content' })
    }
  }
  return {
    version: capabilities.browserVersion,
    async goTo(url) {
      await send('WebDriver:Navigate', { url })
    },
    evaluate: (inPage) => runScript(`return (${inPage.toString()})()`),
    async setScheme(scheme) {
      await runInBrowser(`${SCHEME_SCRIPT}${scheme === 'dark' ? 0 : 1}); return ''`)
      // The page lives in a process of its own and hears of it later.
      for (let look = 0; look < LOOKS_MAX; look += 1) {
        if ((await runScript(`return String(matchMedia('(prefers-color-scheme: ${scheme})').matches)`)) === 'true')
          return
        await sleep(LOOK_EVERY_MS)
      }
      throw new Error(`Firefox does not show the page in ${scheme}`)
    },
    async print() {
      const answer = await send('WebDriver:Print', { page: { width: 21, height: 29.7 } })
      return Buffer.from(TEXT.parse(answer).value, 'base64')
    },
    async readLabels() {
      const found = ELEMENTS.parse(await send('WebDriver:FindElements', { using: 'css selector', value: NAMED }))
      const labels: Label[] = []
      for (const element of found) {
        const [id] = Object.values(element)
        const role = TEXT.parse(await send('WebDriver:GetComputedRole', { id })).value
        labels.push({ role, name: TEXT.parse(await send('WebDriver:GetComputedLabel', { id })).value })
      }
      return labels
    },
    async readFaults() {
      return FAULTS.parse(JSON.parse(await runInBrowser(FAULTS_SCRIPT)))
    },
  }
}

const LOOKS_MAX = 600
const LOOK_EVERY_MS = 50

const SESSION = z.object({ capabilities: z.object({ browserVersion: z.string() }) })
const TEXT = z.object({ value: z.string() })
/** Each element is an object of one entry, whose value is its number. */
const ELEMENTS = z.array(z.record(z.string(), z.string()))
const FAULTS = z.array(z.string())

const SCHEME_SCRIPT = 'Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", '

/** Errors, not warnings, of what our own server has sent. */
const FAULTS_SCRIPT = `
const faults = Services.console.getMessageArray().filter((message) =>
  message instanceof Ci.nsIScriptError && message.sourceName.startsWith('http://localhost') &&
  !(message.flags & Ci.nsIScriptError.warningFlag))
Services.console.reset()
return JSON.stringify(faults.map((message) => 'error: ' + message.errorMessage))`
