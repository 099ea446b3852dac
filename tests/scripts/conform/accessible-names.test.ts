import { expect, test } from 'vitest'
import { checkNamings, type Label, type Naming } from '../../../scripts/conform/accessible-names.ts'

const figure: Naming = { kind: 'figure', wanted: '栖云区的网格事件办得最慢' }
const picture: Naming = { kind: 'picture', wanted: 'Cases take  longest\n in Qiyun' }
const table: Naming = { kind: 'table', wanted: '' }

test.each<[string, Naming, Label, string[]]>([
  ['a figure by its heading', figure, { role: 'figure', name: '栖云区的网格事件办得最慢' }, []],
  ['a picture by its title', picture, { role: 'image', name: 'Cases take longest in Qiyun' }, []],
  ['a table by any name', table, { role: 'table', name: '各区网格事件办理' }, []],
  ['what is not shown', picture, { role: 'none', name: '' }, []],
  [
    'a figure by its caption',
    figure,
    { role: 'figure', name: '最高为24.1小时 下载数据' },
    ['figure "栖云区的网格事件办得最慢" is called "最高为24.1小时 下载数据"'],
  ],
  ['a table without a name', table, { role: 'table', name: '' }, ['a table has no name']],
])('%s', (_what, naming, label, errors) => {
  expect(checkNamings([naming], [label])).toEqual(errors)
})

test('labels that belong to other elements are not compared', () => {
  expect(checkNamings([figure], [])).toEqual(['1 elements to name, 0 labels'])
})
