import { describe, expect, test } from 'vitest'
import type { CodeResult } from '../../src/codes/code-result.ts'
import { checkCreditCode } from '../../src/codes/credit-code.ts'
import { checkOrganisationCode } from '../../src/codes/organisation-code.ts'
import { checkPermitNumber } from '../../src/codes/permit-number.ts'

/** `ok`, `ok permit-letter`, or the broken rule and what would have been right. */
function report(result: CodeResult): string {
  if (result.ok) return result.warning ? `ok ${result.warning}` : 'ok'
  return result.rule === 'code-check' ? `${result.rule} ${result.expected}` : result.rule
}

describe('credit codes, GB 32100', () => {
  test.each([
    ['91130200699229617X', 'ok'],
    ['91350100M000100Y43', 'ok'],
    ['11152900767880445J', 'ok'],
    ['91320113MAF1CT106K', 'ok'],
    ['92320114MAF1CT2028', 'ok'],
    ['93320118MAF1CT309A', 'ok'],
    ['11320105MBF1CT409M', 'ok'],
    ['52110101MJF1CT504P', 'ok'],
    ['91350100M000100Y4Z', 'code-letter'],
    ['91130200699229617Y', 'code-check 91130200699229617X'],
    ['9113020069922961X7', 'code-check 9113020069922961X2'],
    ['91I30200699229617X', 'code-letter'],
    ['91130200699229617x', 'code-format'],
    ['91130200699229617', 'code-format'],
    ['911302006992296 17X', 'code-format'],
    ['9.11302E+17', 'code-format'],
    ['９１１３０２００６９９２２９６１７Ｘ', 'code-format'],
  ])('%s → %s', (code, expected) => expect(report(checkCreditCode(code))).toBe(expected))
})

describe('organisation codes, GB 11714', () => {
  test.each([
    ['00001434-9', 'ok'],
    ['01411025-3', 'code-check 01411025-1'],
    ['69922961-7', 'ok'],
    ['M000100Y-4', 'ok'],
    ['76788044-5', 'ok'],
    ['00001434-8', 'code-check 00001434-9'],
  ])('%s → %s', (code, expected) => expect(report(checkOrganisationCode(code))).toBe(expected))
})

describe('permit numbers, HJ 608', () => {
  test.each([
    ['91130200699229617X001P', 'ok'],
    ['91130200699229617X002P', 'ok'],
    ['91320113MAF1CT106K001P', 'ok'],
    ['91320113MAF1CT106K002V', 'ok permit-letter'],
    ['91130200699229617Y001P', 'code-check 91130200699229617X001P'],
    ['91130200699229617X000P', 'code-sequence'],
    ['91130200699229617X1P', 'code-format'],
    ['91130200699229617X001p', 'code-format'],
    ['91130200699229617X001P ', 'code-format'],
    ['91130200699229617X001', 'code-format'],
    ['911302307808371268001P', 'ok'],
  ])('%s → %s', (code, expected) => expect(report(checkPermitNumber(code))).toBe(expected))
})
