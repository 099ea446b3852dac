import { expect, test } from 'vitest'
import { CONTENT_RULES } from '../../src/problems/catalogue/content-rules.ts'
import { DEPARTMENT_RULES } from '../../src/problems/catalogue/department-rules.ts'
import { PLACES_RULES } from '../../src/problems/catalogue/places-rules.ts'
import { RELEASE_RULES } from '../../src/problems/catalogue/release-rules.ts'
import { listFilesBelow, readProject } from '../house/files.ts'

// astro.config.mjs leaves the messages of these rules out of the scripts of pages.
test('nothing that checks a file in the browser raises a rule about words, places, departments or releases', () => {
  const rules = [CONTENT_RULES, DEPARTMENT_RULES, PLACES_RULES, RELEASE_RULES].flatMap(Object.keys)
  const rooms = [
    'accept',
    'annotate',
    'check',
    'checker',
    'check-report',
    'line',
    'protect',
    'read',
    'suggest',
    'tabulate',
  ]
  // `run-line` is of the command line, which opens a portal.
  const files = rooms.flatMap((room) => listFilesBelow(`src/${room}`, /(?<!run-line)\.ts$/))
  expect(files.length).toBeGreaterThan(100)
  const named = files.flatMap((file) => {
    const text = readProject(file)
    return rules.flatMap((rule) => (text.includes(`'${rule}'`) ? [`${file}: ${rule}`] : []))
  })
  expect(named).toEqual([])
})
