import type { SystemEntry } from '../../src/portal/systems-schema.ts'
import type { LocalText } from '../../src/text/local-text.ts'

/** A test by its file below the project and its title: `S41: 143 + 440 + 22 = 605`. */
export interface NamedTest {
  file: string
  title: string
}

/** What is known of a system: from the tests named by its id, and from the datasets that its entry lists. */
export const STATES = {
  works: { zh: '可用', en: 'works' },
  'by-design': { zh: '按设计不公布', en: 'not published by design' },
  untested: { zh: '有数据，未经测试', en: 'has data, no test' },
  'no-data': { zh: '缺数据', en: 'data missing' },
} as const satisfies Record<string, LocalText>

interface SystemState {
  id: string
  name: string
  state: keyof typeof STATES
  tests: NamedTest[]
}

/** A title that begins so holds what must not be public: `S33: not published: names of parties`. */
const NOT_PUBLISHED = 'not published'

export function listSystemStates(
  systems: readonly Pick<SystemEntry, 'id' | 'names' | 'datasets'>[],
  tests: readonly NamedTest[],
): SystemState[] {
  return systems.map(({ id, names, datasets }) => {
    const own = tests.filter(({ title }) => title.startsWith(`${id}: `))
    return { id, name: names.zh, state: decideState(id, own, datasets ?? []), tests: own }
  })
}

function decideState(id: string, tests: readonly NamedTest[], datasets: readonly string[]): SystemState['state'] {
  if (tests.some(({ title }) => title.startsWith(`${id}: ${NOT_PUBLISHED}`))) return 'by-design'
  if (tests.length > 0) return 'works'
  return datasets.length > 0 ? 'untested' : 'no-data'
}
