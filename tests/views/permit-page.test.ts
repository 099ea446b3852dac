import { describe, expect, test, vi } from 'vitest'
import type { Site } from '../../src/compose/site.ts'
import {
  buildPermitFrame,
  describeClass,
  describeIndustry,
  describePlace,
  describeStatus,
  findRegisterMonth,
  listActions,
  listPermitFacts,
  listPermits,
  listRegisterLists,
  PAGE_SIZE,
  type Permit,
  permitPathOf,
} from '../../src/views/permit-page.ts'
import { CITY, makeCity } from './city.ts'
import { PERMIT_CASES } from './city-rows.ts'

const all = listPermits(CITY)

/** The entry that was made for a case of `PERMIT_CASES`. */
function permitOf(name: string): Permit {
  const permit = all[Object.keys(PERMIT_CASES).indexOf(name)]
  if (!permit) throw new Error(`no permit for ${name}`)
  return permit
}

describe('on the last day of the register’s month a permit is', () => {
  test.each([
    ['valid', '有效', 'Valid'],
    ['expiring', '有效，临期', 'Valid, expiring soon'],
    ['overdue', '有效，已过延续申请期限', 'Valid, past the deadline to request renewal'],
    ['last day', '有效，已过延续申请期限', 'Valid, past the deadline to request renewal'],
    ['expired', '已过期，未延续', 'Expired, not renewed'],
    ['cancelled', '已注销', 'Cancelled'],
    ['revoked', '已撤销', 'Revoked'],
    ['renewed', '有效', 'Valid'],
    ['not yet', '未生效', 'Not yet valid'],
    ['registered', '已登记', 'Registered'],
    ['registration lapsed', '已过期，未延续', 'Expired, not renewed'],
  ])('%s: %s', (name, zh, en) => {
    expect(describeStatus(permitOf(name), findRegisterMonth(CITY))).toEqual({ zh, en })
  })
})

test('the status is that of the register’s month, not of today', () => {
  expect(describeStatus(permitOf('overdue'), '2026-11').zh).toBe('有效，已过延续申请期限')
  expect(describeStatus(permitOf('overdue'), '2026-12').zh).toBe('已过期，未延续')
})

test('actions are in the order of their dates, those that happened only', () => {
  expect(
    listActions(permitOf('renewed')).map((action) => `${action.date} ${action.label.zh} ${action.label.en}`),
  ).toEqual(['2023-05-10 申领（首次发证） First issued', '2025-02-01 变更 Changed', '2026-10-12 延续 Renewed'])
  expect(listActions(permitOf('revoked')).map((action) => action.label.zh)).toEqual(['申领（首次发证）', '撤销'])
})

test('an entry in words', () => {
  const permit = permitOf('valid')
  expect(permitPathOf(permit.number)).toBe('/permits/91990101ma00000001001p/')
  expect([describeClass(CITY, permit), describeIndustry(CITY, permit), describePlace(CITY, permit.place)]).toEqual([
    { zh: '重点管理', en: 'Key management' },
    { zh: '水的生产和供应业', en: 'Water production and supply' },
    { zh: '栖云区岫烟街道', en: 'Xiuyan, Qiyun District' },
  ])
  expect(listPermitFacts(CITY, permit, 'zh')).toEqual([
    ['许可证编号', permit.number],
    ['统一社会信用代码', permit.text.credit_code],
    ['状态', '有效（截至2026年10月31日）'],
    ['管理类别', '重点管理'],
    ['行业', '水的生产和供应业'],
    ['有效期起', '2023年5月10日'],
    ['有效期止', '2028年5月9日'],
    ['污染要素', '水、噪声'],
  ])
  expect(listPermitFacts(CITY, permit, 'en').at(-1)?.[1]).toBe('water, noise')
  expect(buildPermitFrame(CITY, permit).description.zh).toBe(
    '云锦市第1水厂有限公司的排污许可证91990101MA00000001001P：重点管理，栖云区岫烟街道。',
  )
  expect(buildPermitFrame(CITY, permitOf('registered')).description).toEqual({
    zh: '云锦市第10水厂有限公司的排污登记91990101MA00000010001P：登记管理，锦中区织造街道。',
    en: 'Registration 91990101MA00000010001P of 云锦市第10水厂有限公司: Registration only, Zhizao, Jinzhong District.',
  })
})

describe('lists', () => {
  test('are everything, each class that occurs, each district', () => {
    expect(listRegisterLists(CITY).map((list) => `${list.path} ${list.label.zh} ${list.permits.length}`)).toEqual([
      ' 全部 60',
      'class-key/ 重点管理 3',
      'class-simplified/ 简化管理 55',
      'class-registration/ 登记管理 2',
      'district-990101/ 锦中区 30',
      'district-990102/ 栖云区 30',
    ])
  })

  test('hold every entry once, in the order of numbers, and break into pages', () => {
    const numbers = all.map((permit) => permit.number)
    expect(numbers).toEqual(numbers.toSorted())
    const lists = listRegisterLists(CITY)
    for (const kind of ['class-', 'district-']) {
      const held = lists.filter((list) => list.path.startsWith(kind)).flatMap((list) => list.permits)
      expect(held.map((permit) => permit.number).toSorted()).toEqual(numbers)
    }
    expect(Math.ceil(numbers.length / PAGE_SIZE)).toBe(2)
  })

  test('are none where no register is published', () => {
    const site = makeCity(['cases'])
    expect([listPermits(site), listRegisterLists(site)]).toEqual([[], []])
    expect(() => findRegisterMonth(site)).toThrow('views: permits/register is not published')
  })
})

describe('the work of a register grows with its entries', () => {
  /** How often a place is looked up when every page of every list is rendered, as the routes ask for it. */
  function lookUps(count: number): number {
    const site = registerOf(count)
    const chain = vi.spyOn(site.places, 'listChain')
    try {
      const pages = listRegisterLists(site).flatMap((list) =>
        Array.from({ length: Math.ceil(list.permits.length / PAGE_SIZE) }, () => listRegisterLists(site)),
      )
      expect(new Set(pages).size).toBe(1)
      return chain.mock.calls.length
    } finally {
      chain.mockRestore()
    }
  }

  /** The small city with its permits over and over, up to a count. */
  function registerOf(count: number): Site {
    const table = CITY.published.tables.get('permits/register')
    if (!table) throw new Error('no register')
    const entries = table.periods.flatMap((period) => table.readRows(period))
    const rows = Array.from({ length: count }, (_, index) => {
      const row = entries[index % entries.length]
      if (!row) throw new Error('no entries')
      return { ...row, key: { ...row.key, number: `${row.key['number']}-${index}` } }
    })
    const many = new Map([['permits/register', { ...table, readRows: () => rows }]])
    return { ...CITY, published: { ...CITY.published, tables: many } }
  }

  test('20,000 permits cost 60 times what 330 cost', () => {
    const [few, many] = [lookUps(330), lookUps(20_000)]
    expect(few).toBe(330)
    expect(many / few).toBeCloseTo(20_000 / 330, 0)
  })
})
