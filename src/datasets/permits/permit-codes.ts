import type { CodeItem } from '../../contracts/contract.ts'

/** Management classes by pollution load. A registration is no permit and is never added to permits. */
export const PERMIT_CLASSES: CodeItem[] = [
  { code: 'key', zh: '重点管理', en: 'Key management', also: ['重点'] },
  { code: 'simplified', zh: '简化管理', en: 'Simplified management', also: ['简化'] },
  { code: 'registration', zh: '登记管理', en: 'Registration only', also: ['登记', '排污登记管理'] },
]

/** Divisions (大类) of GB/T 4754-2017 that occur in the register. */
export const INDUSTRIES: CodeItem[] = [
  { code: '13', zh: '农副食品加工业', en: 'Processing of farm products' },
  { code: '15', zh: '酒、饮料和精制茶制造业', en: 'Liquor, beverages and refined tea' },
  { code: '17', zh: '纺织业', en: 'Textiles' },
  { code: '22', zh: '造纸和纸制品业', en: 'Paper and paper products' },
  { code: '26', zh: '化学原料和化学制品制造业', en: 'Chemical raw materials and products' },
  { code: '27', zh: '医药制造业', en: 'Pharmaceuticals' },
  { code: '30', zh: '非金属矿物制品业', en: 'Non-metallic mineral products' },
  { code: '33', zh: '金属制品业', en: 'Metal products' },
  { code: '36', zh: '汽车制造业', en: 'Motor vehicles' },
  { code: '39', zh: '计算机、通信和其他电子设备制造业', en: 'Computers, communication and other electronics' },
  { code: '44', zh: '电力、热力生产和供应业', en: 'Electricity and heat' },
  { code: '46', zh: '水的生产和供应业', en: 'Water production and supply' },
  { code: '77', zh: '生态保护和环境治理业', en: 'Ecological protection and environmental treatment' },
]

export const PERMIT_ACTIONS: CodeItem[] = [
  { code: 'apply', zh: '申领', en: 'First application', also: ['首次申请'] },
  { code: 'change', zh: '变更', en: 'Change' },
  { code: 'renew', zh: '延续', en: 'Renewal' },
  { code: 'cancel', zh: '注销', en: 'Cancellation' },
  { code: 'revoke', zh: '撤销', en: 'Revocation' },
]
