import { startElderMode } from './elder-mode.ts'
import { startReadAloud } from './read-aloud.ts'
import { addStyles } from './reading-styles.ts'
import { startTraces } from './traces.ts'
import { startCharts } from './walk-charts.ts'

/*
 * What a page does for its reader once the reader acts. It comes after the act that asked for it, so each part first looks
 * at what has happened already; and it may come before the end of the page.
 */
function start(): void {
  startElderMode()
  startTraces()
  addStyles()
  startCharts()
  startReadAloud()
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
else start()
