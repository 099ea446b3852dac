import type { Department } from '../codes/departments.ts'

/** Departments that the contracts of the program name, as roles. A portal's `departments.csv` gives them their own names. */
export const ROLES: readonly Department[] = [
  role('city-operations', '城市运行管理部门', 'City operations department'),
  role('ecology-environment', '生态环境部门', 'Ecology and environment department'),
  role('civil-affairs', '民政部门', 'Civil affairs department'),
  role('health', '卫生健康部门', 'Health department'),
  role('statistics', '统计部门', 'Statistics department'),
  role('government-hotline', '政务热线', 'Government hotline'),
  role('population-research', '人口研究机构', 'Population research institute'),
  role('editors', '本站编辑', 'Editors of this site'),
]

function role(id: string, zh: string, en: string): Department {
  return { id, names: { zh, en }, aliases: [], places: [] }
}
