import type { Department } from '../codes/departments.ts'

/** Departments that the contracts of the program name, as roles. A portal's `departments.csv` gives them their own names. */
export const ROLES: readonly Department[] = [
  createRole('city-operations', '城市运行管理部门', 'City operations department'),
  createRole('ecology-environment', '生态环境部门', 'Ecology and environment department'),
  createRole('civil-affairs', '民政部门', 'Civil affairs department'),
  createRole('health', '卫生健康部门', 'Health department'),
  createRole('statistics', '统计部门', 'Statistics department'),
  createRole('government-hotline', '政务热线', 'Government hotline'),
  createRole('population-research', '人口研究机构', 'Population research institute'),
  createRole('editors', '本站编辑', 'Editors of this site'),
]

function createRole(id: string, zh: string, en: string): Department {
  return { id, names: { zh, en }, aliases: [], places: [] }
}
