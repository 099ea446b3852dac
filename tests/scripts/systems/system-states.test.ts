import { expect, test } from 'vitest'
import { listSystemStates } from '../../../scripts/systems/system-states.ts'
import { main } from '../../../scripts/systems.ts'
import { catchOutput } from '../../site/with-portal.ts'

const names = { zh: '例会', en: 'Meetings' }

test('a system works by a test of its id; without one it says whether it has data', () => {
  const systems = [
    { id: 'S1', names, datasets: ['cases'] },
    { id: 'S2', names },
    { id: 'S12', names },
    { id: 'S3', names },
  ]
  const tests = [
    { file: 'tests/a.test.ts', title: 'S12: each week' },
    { file: 'tests/a.test.ts', title: 'S3: not published: names of parties' },
    { file: 'tests/b.test.ts', title: 'a test of S2: no' },
  ]
  expect(listSystemStates(systems, tests).map(({ id, state, tests: own }) => [id, state, own.length])).toEqual([
    ['S1', 'untested', 0],
    ['S2', 'no-data', 0],
    ['S12', 'works', 1],
    ['S3', 'by-design', 1],
  ])
})

test('the table of the demonstration names the test that holds a system', async () => {
  const { out } = await catchOutput(() => main(['--format', 'json']))
  const states = JSON.parse(out) as ReturnType<typeof listSystemStates>
  expect(states).toHaveLength(134)
  expect(states.find(({ id }) => id === 'S134')).toMatchObject({
    state: 'works',
    tests: [{ file: 'tests/site/demo/working-systems.test.ts' }],
  })
})
