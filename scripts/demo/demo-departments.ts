import { CITY } from './demo-places.ts'

/** Departments of the fictional city that the contracts name: id, names without the city's, short names, public telephones. */
const DEPARTMENTS: readonly (readonly [id: string, zh: string, en: string, aliases: string, phones?: string])[] = [
  ['city-operations', '城市运行管理中心', 'City Operations Centre', '城运中心|市城运中心'],
  ['ecology-environment', '生态环境局', 'Ecology and Environment Bureau', '市生态环境局'],
  ['civil-affairs', '民政局', 'Civil Affairs Bureau', '市民政局'],
  ['health', '卫生健康委员会', 'Health Commission', '市卫健委|卫健委'],
  ['statistics', '统计局', 'Statistics Bureau', '市统计局'],
  ['government-hotline', '政务服务热线中心', 'Government Hotline Centre', '市热线中心|热线中心', '12345'],
  ['population-research', '人口研究所', 'Population Research Institute', '市人口所'],
]

/** departments.csv as text. The editors of the site are no department of the city. */
export function buildDepartmentsCsv(): string {
  const lines = ['id,name_zh,name_en,aliases,places,phones']
  for (const [id, zh, en, aliases, phones = ''] of DEPARTMENTS) {
    lines.push(`${id},${CITY.zh}${zh},${CITY.en} ${en},${aliases},${CITY.code},${phones}`)
  }
  lines.push('editors,本站编辑,Editors of this site,,,')
  return `${lines.join('\n')}\n`
}
