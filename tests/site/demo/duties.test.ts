import { expect, test } from 'vitest'
import { listDuties } from '../../../src/views/duties-page.ts'
import { SITE } from './pages.ts'

test('a duty that a dataset answers says how its files came, and no other duty says anything', () => {
  const kept = listDuties(SITE).flatMap(({ duty, kept }) =>
    kept ? [`${duty.id} ${kept.dataset.zh} ${kept.words.zh}`] : [],
  )
  expect(kept).toEqual(['D01 排污许可证 5份按时', 'D23 排污许可申请 4份按时，1份迟报，2份未报'])
  expect(
    listDuties({ ...SITE, deliveries: { day: null, rows: [], path: null } }).every(({ kept }) => kept === null),
  ).toBe(true)
})
