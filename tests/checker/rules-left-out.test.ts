import { expect, test } from 'vitest'
import { CONTENT_RULES } from '../../src/problems/catalogue/content-rules.ts'
import { CONTRACT_RULES } from '../../src/problems/catalogue/contract-rules.ts'
import { DEPARTMENT_RULES } from '../../src/problems/catalogue/department-rules.ts'
import { EXCEPTION_RULES } from '../../src/problems/catalogue/exception-rules.ts'
import { PLACES_RULES } from '../../src/problems/catalogue/places-rules.ts'
import { PROFILE_RULES } from '../../src/problems/catalogue/profile-rules.ts'
import { RELEASE_RULES } from '../../src/problems/catalogue/release-rules.ts'
import { listFilesBelow, readProject } from '../house/files.ts'

// astro.config.mjs leaves the messages of these rules out of the scripts of pages.
test('nothing that checks a file in the browser raises a rule about what publishers supply', () => {
  const rules = [
    CONTENT_RULES,
    CONTRACT_RULES,
    DEPARTMENT_RULES,
    EXCEPTION_RULES,
    PLACES_RULES,
    PROFILE_RULES,
    RELEASE_RULES,
  ].flatMap(Object.keys)
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
  // `run-line` is of the command line, which opens a portal; `audit-` checks the contracts of a portal that is opened.
  const ofPortals = /^src\/(line\/run-line|protect\/audit-)/
  const files = rooms.flatMap((room) => listFilesBelow(`src/${room}`, /\.ts$/)).filter((file) => !ofPortals.test(file))
  expect(files.length).toBeGreaterThan(100)
  const named = files.flatMap((file) => {
    const text = readProject(file)
    return rules.flatMap((rule) => (text.includes(`'${rule}'`) ? [`${file}: ${rule}`] : []))
  })
  expect(named).toEqual([])
})
