import type { CodeItem } from '../../contracts/contract.ts'

/** Major classes of matters in the order of GB/T 47678: 01–05 are faults of components, 06–10 are events. */
export const MAJORS: CodeItem[] = [
  { code: '01', zh: '市政公用设施异常', en: 'Public utilities faults', also: ['市政公用设施', '公用设施'] },
  { code: '02', zh: '交通设施异常', en: 'Traffic facilities faults', also: ['交通设施'] },
  { code: '03', zh: '市容环卫设施异常', en: 'Sanitation facilities faults', also: ['市容环卫设施'] },
  { code: '04', zh: '园林绿化设施异常', en: 'Greenery faults', also: ['园林绿化设施', '园林绿化'] },
  { code: '05', zh: '其他管理部件异常', en: 'Other component faults', also: ['其他管理部件', '其他部件'] },
  { code: '06', zh: '市容环境', en: 'City appearance', also: ['市容环境类'] },
  { code: '07', zh: '宣传广告', en: 'Advertising', also: ['宣传广告类'] },
  { code: '08', zh: '施工管理', en: 'Construction sites', also: ['施工管理类'] },
  { code: '09', zh: '街面秩序', en: 'Street order', also: ['街面秩序类'] },
  { code: '10', zh: '其他事项', en: 'Other matters', also: ['其他事项类'] },
]

/**
 * Minor classes, major class first. The numbers after it are this demonstration's own and not those of the standard,
 * whose table has to be taken from its text.
 */
export const MINORS: CodeItem[] = [
  { code: '01001', zh: '井盖破损或缺失', en: 'Broken or missing manhole cover' },
  { code: '01002', zh: '路灯不亮', en: 'Street lamp out' },
  { code: '01003', zh: '路面破损', en: 'Damaged road surface' },
  { code: '01004', zh: '雨水箅子堵塞', en: 'Blocked storm drain' },
  { code: '02001', zh: '信号灯故障', en: 'Traffic light fault' },
  { code: '02002', zh: '护栏损坏', en: 'Damaged guard rail' },
  { code: '03001', zh: '垃圾箱破损', en: 'Damaged litter bin' },
  { code: '03002', zh: '公厕设施损坏', en: 'Damaged public toilet' },
  { code: '04001', zh: '树木倒伏', en: 'Fallen tree' },
  { code: '04002', zh: '绿地设施损坏', en: 'Damaged park facility' },
  { code: '05001', zh: '其他部件破损', en: 'Other damaged component' },
  { code: '06001', zh: '暴露垃圾', en: 'Exposed rubbish' },
  { code: '06002', zh: '道路不洁', en: 'Dirty road' },
  { code: '06003', zh: '积存渣土', en: 'Heaped spoil' },
  { code: '06004', zh: '绿地脏乱', en: 'Untidy green space' },
  { code: '06005', zh: '水域不洁', en: 'Dirty water body' },
  { code: '06006', zh: '道路积水', en: 'Flooded road' },
  { code: '07001', zh: '非法小广告', en: 'Illegal stickers' },
  { code: '07002', zh: '违规户外广告', en: 'Illegal outdoor advertising' },
  { code: '08001', zh: '施工扰民', en: 'Construction nuisance' },
  { code: '08002', zh: '工地扬尘', en: 'Construction dust' },
  { code: '08003', zh: '道路遗撒', en: 'Spillage on the road' },
  { code: '09001', zh: '占道经营', en: 'Trading on the roadway' },
  { code: '09002', zh: '店外经营', en: 'Trading outside the shop' },
  { code: '09003', zh: '机动车乱停放', en: 'Badly parked vehicle' },
  { code: '09004', zh: '非机动车乱停放', en: 'Badly parked bicycle' },
  { code: '09005', zh: '沿街晾晒', en: 'Drying on the street' },
  { code: '10001', zh: '公共服务诉求', en: 'Request about public services' },
  { code: '10002', zh: '其他诉求', en: 'Other request' },
]

export const SOURCES: CodeItem[] = [
  { code: 'patrol', zh: '巡查', en: 'Patrol', also: ['网格员巡查', '巡查发现'] },
  { code: 'hotline', zh: '12345热线', en: '12345 hotline', also: ['12345', '热线'] },
  { code: 'public', zh: '公众上报', en: 'Public report', also: ['市民上报', '公众举报'] },
  { code: 'video', zh: '视频', en: 'Video', also: ['视频发现', '视频巡查'] },
  { code: 'department', zh: '部门移送', en: 'Other department', also: ['部门转办'] },
]

export const LEVELS: CodeItem[] = [
  { code: 'community', zh: '社区', en: 'Community', also: ['网格、社区'] },
  { code: 'subdistrict', zh: '街道', en: 'Subdistrict', also: ['街道（镇）', '镇'] },
  { code: 'district', zh: '区', en: 'District', also: ['区级'] },
  { code: 'city', zh: '市', en: 'City', also: ['市级'] },
]

export const CASE_STATES: CodeItem[] = [
  { code: 'received', zh: '待受理', en: 'Awaiting acceptance' },
  { code: 'open', zh: '办理中', en: 'In progress', also: ['处理中'] },
  { code: 'closed', zh: '已办结', en: 'Closed', also: ['办结', '结案'] },
  { code: 'void', zh: '作废', en: 'Void', also: ['已作废'] },
]
