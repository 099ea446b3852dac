import type { PermitStatus } from '../codes/permit-status.ts'
import type { LocalText } from '../text/local-text.ts'

const STATUS: Record<PermitStatus, LocalText> = {
  'not-yet-valid': { zh: '未生效', en: 'Not yet valid' },
  valid: { zh: '有效', en: 'Valid' },
  expiring: { zh: '有效，临期', en: 'Valid, expiring soon' },
  'renewal-overdue': { zh: '有效，已过延续申请期限', en: 'Valid, past the deadline to request renewal' },
  expired: { zh: '已过期，未延续', en: 'Expired, not renewed' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  withdrawn: { zh: '已撤销', en: 'Revoked' },
  revoked: { zh: '已吊销', en: 'Revoked as a penalty' },
  lost: { zh: '遗失补领中', en: 'Lost, being replaced' },
  rectifying: { zh: '限期整改', en: 'Under rectification' },
}

/** How a status of a permit is called. */
export function namePermitStatus(status: PermitStatus): LocalText {
  return STATUS[status]
}
