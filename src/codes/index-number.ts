import type { CodeResult } from './code-result.ts'
import { rejectFormat } from './code-result.ts'
import { checkCreditCode } from './credit-code.ts'
import { checkOrganisationCode } from './organisation-code.ts'

/**
 * Index number of a disclosed document (索引号): issuer code / `YYYY-NNNNN`. The issuer is an organisation code of 9 or a
 * credit code of 18 characters. Published numbers with a wrong check exist, so a caller warns instead of refusing.
 */
export function checkIndexNumber(text: string): CodeResult {
  const parts = /^([0-9A-Z]{9}|[0-9A-Z]{18})\/\d{4}-\d{5}$/.exec(text)
  const issuer = parts?.[1]
  if (issuer === undefined) return rejectFormat('CODE/YYYY-NNNNN')
  return issuer.length === 9 ? checkOrganisationCode(issuer) : checkCreditCode(issuer)
}
