import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { main as check } from '../../scripts/check.ts'
import { contract as contractShape, profile as profileShape } from '../../src/contracts/contract.ts'
import { suggest } from '../../src/suggest/index.ts'
import { contractOf, makeColumn, PLACES } from '../check/small.ts'
import { runScript, withPortal } from '../site/with-portal.ts'

/** Files that no dataset has seen before, as departments name and lay them out. */
const FILES = {
  '2025年养老.csv':
    '石榴市养老服务机构情况表,,,,,,\n单位：张,,,,,,\n所属区,养老机构数,核定床位数,入住老人数,持证护理员数,日间照料点,联系人\n' +
    '东湾区,12,300,200,40,5,甲\n西岭区,缺,200,120,30,6,乙\n东湾,9,210,100,22,7,丙\n西岭,缺,220,100,21,7,丁\n',
  '路灯2026年9月.csv':
    '区,灯型,月初盏数,新装,拆除,月末盏数,熄灭盏数,巡查日期,巡查人,备注\n东湾区,LED,10,2,1,11,0,13/09/2026,甲,\n',
  '2026年人口预测.csv':
    '预测年份,地区,性别,0-4岁,5-9岁,10-14岁,合计\n' +
    '2026,东湾区,男,100,200,300,600\n2026,东湾区,女,100,200,300,700\n',
  '限速路段.csv': '路段,限速（公里）,启用日期,备注\n东一路,40,2026-01-02,\n西二路,60,2026-03-04,甲\n',
}

describe.each(Object.entries(FILES))('%s', (name, text) => {
  test.each(['zh', 'en'])('a draft with its doubts: %s', (lang) =>
    withPortal(['../site/small'], async (folder) => {
      const path = join(folder, name)
      await writeFile(path, text)
      const { code, out } = await runScript(check, folder, ['--suggest', path, '--lang', lang])
      expect(code).toBe(0)
      await expect(out).toMatchFileSnapshot(`output/${name}.${lang}.txt`)
      // What is no profile is a contract: both must be what the program itself accepts.
      if (out.startsWith('#')) expect(profileShape.safeParse(parse(out)).error).toBeUndefined()
      else expect(contractShape.safeParse(parseModule(out)).error).toBeUndefined()
    }),
  )
})

/** The object literal of a drafted module, evaluated. */
function parseModule(module: string): unknown {
  const [, literal = ''] = /export default (\{[\s\S]*\}) satisfies Contract/.exec(module) ?? []
  return new Function(`return ${literal}`)()
}

test('a file that is no table, and one that is not there', () =>
  withPortal([], async (folder) => {
    await writeFile(join(folder, 'a.pdf'), '%PDF-1.7')
    const pdf = await runScript(check, folder, ['--suggest', join(folder, 'a.pdf')])
    expect([pdf.code, pdf.out]).toEqual([1, ''])
    expect(pdf.err).toContain('file-not-a-table')
    const none = await runScript(check, folder, ['--suggest', join(folder, 'none.csv')])
    expect([none.code, none.err.includes('没有文件')]).toEqual([1, true])
    const whole = await runScript(check, folder, ['--suggest', folder])
    expect([whole.code, whole.err.includes('不是文件')]).toEqual([2, true])
  }))

describe('what a draft finds', () => {
  const contract = contractOf({
    place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
    year: makeColumn({ kind: 'year' }, '年份'),
    persons: makeColumn({ kind: 'integer' }, '人口', { privacy: 'count', unit: '人' }),
  })
  const draft = (text: string) =>
    suggest(new TextEncoder().encode(text), 'x.csv', { contracts: [contract], places: PLACES })

  test.each(['行标签', 'Row Labels', '行標籤'])(
    'the rows of a pivot table, recognised by their values: %s',
    (header) => {
      const found = draft(`${header},年份,求和项:人口\n锦北区,2012,1\n栖云区,2012,2\n总计,,3\n`)
      expect(found?.profile.columns).toMatchObject({ place: header })
      expect(found?.profile.ignore).toBeUndefined()
    },
  )

  test('each unit above the table goes to the columns counted in it', () => {
    expect(draft('单位：万人、户,,\n地区,年份,人口\n锦北区,2012,1\n')?.profile.units).toEqual({ persons: '万人' })
  })

  test('years that are laid out across', () => {
    const found = draft('地区,2012年,2013年,2014年\n锦北区,1,2,3\n')
    expect(found?.profile.wide).toEqual({
      into: 'year',
      value: 'persons',
      headers: { '2012年': '2012', '2013年': '2013', '2014年': '2014' },
    })
  })

  test('months that are laid out across, their year from the name of the file', () => {
    const monthly = contractOf(
      {
        place: makeColumn({ kind: 'place' }, '地区', { privacy: 'dimension' }),
        month: makeColumn({ kind: 'month' }, '月份'),
        cases: makeColumn({ kind: 'integer' }, '件数', { privacy: 'count', unit: '件' }),
      },
      { frequency: 'year' },
    )
    const text = '地区,1月,2月份,12月,2026年1月,全年\n锦北区,1,2,3,4,10\n'
    const found = suggest(new TextEncoder().encode(text), '2025年件数.csv', { contracts: [monthly], places: PLACES })
    expect(found?.profile.wide).toEqual({
      into: 'month',
      value: 'cases',
      headers: { '1月': '2025-01', '2月份': '2025-02', '12月': '2025-12', '2026年1月': '2026-01' },
      total: '全年',
    })
    expect(found?.doubts.map((doubt) => doubt.words.zh)).toContain('月份没有写年份，按文件名或表题作2025年；请核对。')
    expect(found?.trial).toMatchObject({ period: '2025', rowsUsed: 1, problems: 0 })
    const nameless = suggest(new TextEncoder().encode(text), '件数.csv', { contracts: [monthly], places: PLACES })
    expect(nameless?.profile.wide).toBeUndefined()
  })

  describe('the sum of a row', () => {
    const listWide = (text: string) => {
      const found = draft(text)
      return [found?.profile.wide?.total, found?.doubts.filter((doubt) => doubt.key === 'wide')[1]?.words.zh]
    }
    const composeRows = (total: string, ...sums: string[]) =>
      `地区,2012年,2013年,2014年,${total}\n${sums.map((sum) => `锦北区,1,2,3,${sum}\n`).join('')}`

    test.each(['合计', '总 计', '全年', '全年合计', 'Total', 'Grand Total', '人口合计', '合计（人）'])(
      '%s',
      (header) => {
        expect(listWide(composeRows(header, '6', ''))).toEqual([
          header,
          `“${header}”作同行各列之和：看过的1行都对得上。`,
        ])
        expect(draft(composeRows(header, '6'))?.profile.ignore).toBeUndefined()
      },
    )

    test.each(['小计', '累计', '平均'])('%s is none', (header) => {
      expect(listWide(composeRows(header, '6'))).toEqual([undefined, undefined])
      expect(draft(composeRows(header, '6'))?.profile.ignore).toEqual([header])
    })

    test('that does not add up is proposed with the row that tells so', () => {
      expect(listWide(composeRows('合计', '6', '7', '8'))).toEqual([
        '合计',
        '“合计”像是同行各列之和，但看过的3行里有2行对不上，如第3行写7，各列相加为6；请核对这些行，若不是合计，请把它从total移到ignore。',
      ])
    })

    test('that is blank in all rows cannot be recognised', () => {
      expect(listWide(composeRows('合计', ''))[1]).toContain('没有可以核对的行')
    })

    test('is not a column of words', () => {
      expect(listWide(composeRows('合计', '见附表'))).toEqual([undefined, undefined])
    })

    test('of two, is the one that adds up', () => {
      const found = draft(composeRows('总计,合计', '9,6', '9,6'))
      expect([found?.profile.wide?.total, found?.profile.ignore]).toEqual(['合计', ['总计']])
    })

    test('may differ by rounding where a unit is above the table', () => {
      const text = `单位：万人,,,,\n${composeRows('合计', '7', '8')}`
      expect(draft(text)?.profile.units).toEqual({ persons: '万人' })
      expect(listWide(text)).toEqual([
        '合计',
        expect.stringContaining('看过的2行里有1行对不上，如第4行写8，各列相加为6'),
      ])
    })

    test('is not a column that the contract knows', () => {
      const known = { ...contract, columns: { ...contract.columns, all: makeColumn({ kind: 'text' }, '合计') } }
      const bytes = new TextEncoder().encode(composeRows('合计', '6'))
      const found = suggest(bytes, 'x.csv', { contracts: [known], places: PLACES })
      expect(Object.keys(found?.profile.wide ?? {})).toEqual(['into', 'value', 'headers'])
    })

    test('of a sheet without years across is nothing of the kind', () => {
      expect(draft('地区,年份,人口,合计\n锦北区,2012,1,1\n')?.profile).toEqual({ ignore: ['合计'] })
    })
  })

  test('classes of a list that are laid out across, and a place that is named twice', () => {
    const ages = contractOf({
      place: makeColumn({ kind: 'place' }, '区划代码', { headers: ['地区'] }),
      band: makeColumn(
        { kind: 'list', items: ['少', '中', '老'].map((zh) => ({ code: `c${zh}`, zh, en: zh })) },
        '年龄组',
      ),
      persons: makeColumn({ kind: 'integer' }, '人口'),
    })
    const text = '区划代码,地区,少,中,老,合计\n990101,锦北区,1,2,3,6\n'
    const found = suggest(new TextEncoder().encode(text), 'x.csv', { contracts: [ages], places: PLACES })
    expect(found?.profile).toEqual({
      wide: { into: 'band', value: 'persons', headers: { 少: 'c少', 中: 'c中', 老: 'c老' }, total: '合计' },
    })
  })

  test('a unit above the table, and names that were merged', () => {
    const found = draft('单位：万人,,\n地区,年份,人口\n锦北区,2012,1.1\n,2013,1.2\n,2014,1.3\n')
    expect(found?.profile.units).toEqual({ persons: '万人' })
    expect(found?.doubts.map((doubt) => doubt.key)).toContain('fillDown')
  })

  test('a column by its cells, whatever its header', () => {
    expect(draft('哪里,年份,人口\n锦北区,2012,1\n栖云区,2012,2\n')?.profile.columns).toEqual({ place: '哪里' })
  })

  test('a header of two levels', () => {
    expect(draft('基本,,数\n地区,年份,人口\n锦北区,2012,1\n')?.sheet.headerRow).toBe(2)
  })

  test('nothing in common', () => {
    expect(draft('a,b,c,d\n1,x,2,y\n')).toBeNull()
  })
})

describe('files of public bug reports', () => {
  const readGiven = (path: string) => join(import.meta.dirname, '../cases/rows', path)
  const suggestFor = async (folder: string, path: string) => {
    const { code, out } = await runScript(check, folder, ['--suggest', readGiven(path)])
    expect(code).toBe(0)
    return out
  }

  test('regions by years are no life expectancy, and counts of 0 and 1 no yes and no', () =>
    withPortal(['../site/small'], async (folder) => {
      const regions = parseModule(await suggestFor(folder, 'suggest/分省年度数据.csv'))
      expect(regions).toMatchObject({ frequency: 'year', profile: { wide: { headers: { '2024年': '2024' } } } })
      const votes = parseModule(await suggestFor(folder, 'suggest/票数.csv'))
      expect(votes).toMatchObject({
        columns: { fan_dui_shu: { type: { kind: 'integer' } }, shu_zhi: { optional: true } },
      })
    }))

  test('six header rows of a dataset are drafted as its profile', () =>
    withPortal([], async (folder) => {
      await cp(readGiven('six-header-rows-cannot-be-declared/contracts'), join(folder, 'data', 'contracts'), {
        recursive: true,
      })
      const out = await suggestFor(folder, 'six-header-rows-cannot-be-declared/raw/yb/2022.xlsx')
      expect(out).toContain('2行中采用2行，0处错误')
      expect(parse(out)).toMatchObject({ skipRows: 3, headerRows: 5, skipBelow: 1 })
    }))
})
