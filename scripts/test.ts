import { readOptions } from './command/options.ts'
import { run } from './command/run-command.ts'
import { OPTIONS, QUICK, STAGE_NAMES } from './test/test-options.ts'

/**
 * `npm test`: every gate and every test, then one line with the true totals. `npm run test:quick`: those that build no
 * whole site and open no browser.
 */
export async function main(args: string[]): Promise<void> {
  const options = readOptions(
    {
      verb: 'test',
      does: {
        en: `Runs all gates and tests, or the stages named: ${STAGE_NAMES.join(', ')}; quick: the first ${QUICK.length}.`,
        zh: '运行全部检查与测试，也可只运行指定阶段；quick 只运行不用浏览器的几项。',
      },
      rest: 'STAGE…',
      options: OPTIONS,
    },
    args,
  )
  const { runStages } = await import('./test/run-stages.ts')
  await runStages(options)
}

if (import.meta.main) await run(main)
