import { describe, expect, test } from 'vitest'
import { REGIONAL_WORDS } from '../../src/text/regional-words.ts'
import { openTraditional } from '../../src/text/traditional.ts'

const convert = openTraditional(['云锦市', '云锦', '几江街道', '后海街道', '里水镇', '范丽面粉厂'])

describe('words', () => {
  test.each([
    // Words of the region.
    ['个人信息不公开', '個人資訊不公開'],
    ['数据集和元数据', '資料集和詮釋資料'],
    ['大数据平台', '大數據平臺'],
    ['网格员的网络', '網格員的網路'],
    ['打印、搜索、链接、默认', '列印、搜尋、連結、預設'],
    ['95%置信区间', '95%信賴區間'],
    ['人口老龄化', '人口高齡化'],
    ['工作簿的单元格', '活頁簿的儲存格'],
    // Words of administration that a list for computing takes for its own.
    ['服务对象', '服務對象'],
    ['注销排污许可证', '註銷排污許可證'],
    ['社区居委会', '社區居委會'],
    ['发布程序', '發布程序'],
    ['登记项目的运行', '登記項目的運行'],
    ['审核文件', '審核文件'],
    ['占道经营占三成', '占道經營占三成'],
    ['化学制品制造业', '化學製品製造業'],
    ['学制', '學制'],
    // One simplified character, several Traditional.
    ['头发发现', '頭髮發現'],
    ['面粉的方面', '麵粉的方面'],
    ['干部干预，若干，干净', '幹部干預，若干，乾淨'],
    ['公里以内，登记簿里', '公里以內，登記簿裡'],
    ['之后、皇后', '之後、皇后'],
    ['只有一只', '只有一隻'],
    ['准确，批准', '準確，批准'],
    ['日历，历史', '日曆，歷史'],
    ['答复，重复，恢复', '答覆，重複，恢復'],
    ['制度，制作', '制度，製作'],
    ['台风，台账', '颱風，臺帳'],
    ['征求，征收', '徵求，徵收'],
    ['任何一个旧数字', '任何一個舊數字'],
    ['停钟时间', '停鐘時間'],
    ['数字由程序生成', '數字由程式生成'],
  ])('%s → %s', (simplified, traditional) => {
    expect(convert(simplified)).toBe(traditional)
  })

  test('quotation marks are those of Traditional Chinese, also alone', () => {
    expect(['“满意”', '“', '”'].map(convert)).toEqual(['「滿意」', '「', '」'])
  })

  test('each word of the list is as the list says', () => {
    expect(REGIONAL_WORDS.map(([simplified]) => [simplified, convert(simplified)])).toEqual(REGIONAL_WORDS)
  })

  test('what is not Chinese is as it was', () => {
    const text = '1,065 &amp; 88.2% (2026-10) — on-time'
    expect(convert(text)).toBe(text)
  })
})

describe('names of record', () => {
  test.each([
    ['云锦市的云层', '云锦市的雲層'],
    ['几江街道和后海街道有几个', '几江街道和后海街道有幾個'],
    ['里水镇里的范丽面粉厂', '里水镇裡的范丽面粉厂'],
    ['《排污许可管理条例》规定', '《排污许可管理条例》規定'],
    ['“云政发〔2026〕3号”印发', '「云政发〔2026〕3号」印發'],
  ])('%s → %s', (simplified, traditional) => {
    expect(convert(simplified)).toBe(traditional)
  })

  test('are converted where a portal has none of them', () => {
    expect(openTraditional([])('几江街道')).toBe('幾江街道')
  })

  test('may hold signs that mean something in a pattern', () => {
    expect(openTraditional(['云锦（东）[1]+'])('云锦（东）[1]+与云')).toBe('云锦（东）[1]+與雲')
  })
})
