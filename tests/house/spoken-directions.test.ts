import { expect, test } from 'vitest'
import { listFilesBelow, readProject, removeComments } from './files.ts'

/** Words of a text that call one value more or less than another. */
const DIRECTION =
  /['`][^'`\n]*(?:最[高低多少长慢]|上升|下降|[高低]于|[升降][至到]|增加|减少|提高|\b(?:highest|lowest|longest|rose|fell|fewer|peaked|busiest)\b)[^'`\n]*['`]/

/** Texts that compare no published values, or that print the words of the rule itself. */
const PLAIN: Record<string, string> = {
  'src/charts/terms.ts': 'words of a legend, drawn where the rule allows',
  'src/views/report-notes.ts': 'says that there is a rule',
  'src/views/privacy-page.ts': 'limits of what is published',
}

test('whoever says higher or lower asks the rule', () => {
  const files = ['src/charts', 'src/compose', 'src/subjects', 'src/views'].flatMap((folder) =>
    listFilesBelow(folder, /\.ts$/),
  )
  const speakers = files.filter((file) => DIRECTION.test(removeComments(readProject(file))))
  expect(speakers.length).toBeGreaterThan(10)
  const unruled = speakers.filter((file) => !readProject(file).includes('measure/compare.ts'))
  expect(unruled.toSorted()).toEqual(Object.keys(PLAIN).toSorted())
})
