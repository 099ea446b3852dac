import { writeFile } from 'node:fs/promises'
import { appendRelease } from '../../src/store/append-release.ts'
import { DISK, type StoreEffects } from '../../src/store/store-effects.ts'
import { makeEdition, makeRow, makeTable } from './edition.ts'
import { listOn } from './listed.ts'

/*
 * A program that publishes, and is killed at step N of what it does to the disk, so that nothing of it runs any more: no
 * `finally`, no handler. It publishes October again and November, or a list after the day on which an entry of it lapsed.
 *   node killed-publish.ts FOLDER N before|within months|lapse
 */
const [folder = '', step = '', where = '', what = ''] = process.argv.slice(2)
let count = 0

async function act(work: () => Promise<void>, half = async () => {}): Promise<void> {
  count += 1
  if (count !== Number(step)) return work()
  if (where === 'within') await half()
  process.kill(process.pid, 'SIGKILL')
}

const effects: StoreEffects = {
  write: (path, text) =>
    act(
      () => DISK.write(path, text),
      async () => {
        await DISK.write(path, '')
        await writeFile(path, text.slice(0, text.length / 2))
      },
    ),
  rename: (from, to) => act(() => DISK.rename(from, to)),
  remove: (path) => act(() => DISK.remove(path)),
}

const months = makeEdition(makeTable('2026-10', makeRow('甲', 2)), makeTable('2026-11', makeRow('甲', 5)))
await appendRelease(folder, what === 'lapse' ? listOn('2026-12-01') : months, effects)
process.stdout.write(String(count))
