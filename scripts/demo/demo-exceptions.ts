/** What a person has accepted in the demonstration, each with a reason and an end. */
const EXCEPTIONS = [
  'figure-jump,cases,2025-07,990100 06006,2025年7月特大暴雨，道路积水事件集中上报，已与热线记录核对,2027-12-31,城市运行管理中心数据科',
  'period-missing,satisfaction,2025-02,,主管部门当月未报，已函请补报,2027-12-31,城市运行管理中心数据科',
  'period-missing,permit-applications,2026-01,,审批系统更换，两个月的导出推迟报送,2027-12-31,城市运行管理中心数据科',
  'period-missing,permit-applications,2026-02,,审批系统更换，两个月的导出推迟报送,2027-12-31,城市运行管理中心数据科',
]

export function buildExceptionsCsv(): string {
  return ['rule,dataset,period,key,reason,until,owner', ...EXCEPTIONS, ''].join('\n')
}
