import { appendFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isMainThread } from 'node:worker_threads'

// Preloaded into every Node process of a measured build: at its end it writes down what it has used.
const file = process.env['MINGGE_USAGE']
if (file && isMainThread) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const program = basename(process.argv[1] ?? '')
    appendFileSync(
      file,
      `${JSON.stringify({ program, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, kilobytesMax: maxRSS })}\n`,
    )
  })
}
