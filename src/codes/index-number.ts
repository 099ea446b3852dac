import type { CodeVerdict } from './code-result.ts'
import { badFormat } from './code-result.ts'
import { judgeCreditCode } from './credit-code.ts'
import { judgeOrganisationCode } from './organisation-code.ts'

/**
 * Index number of a disclosed document (索引号): issuer code / `YYYY-NNNNN`. The issuer is an organisation code of 9 or a
 * credit code of 18 characters. Published numbers with a wrong check exist, so a caller warns instead of refusing.
 */
export function judgeIndexNumber(text: string): CodeVerdict {
  const parts = /^([0-9A-Z]{9}|[0-9A-Z]{18})\/\d{4}-\d{5}$/.exec(text)
  const issuer = parts?.[1]
  if (issuer === undefined) return badFormat('CODE/YYYY-NNNNN')
  return issuer.length === 9 ? judgeOrganisationCode(issuer) : judgeCreditCode(issuer)
}
