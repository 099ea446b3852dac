import { describe, expect, test } from 'vitest'
import { findPermitStatus } from '../../src/codes/permit-status.ts'

describe('permit status as of the data date', () => {
  test.each([
    ['2026-11-23', null, 'valid', 1021],
    ['2029-09-09', null, 'renewal-overdue', 0],
    ['2029-09-10', null, 'expired', -1],
    ['2029-07-12', null, 'renewal-overdue', 59],
    ['2029-07-11', null, 'expiring', 60],
    ['2029-03-13', null, 'valid', 180],
    ['2029-03-14', null, 'expiring', 179],
    ['2024-09-09', null, 'not-yet-valid', 1826],
    ['2026-11-23', 'cancelled', 'cancelled', 1021],
  ] as const)('%s, %s → %s, %i days', (asOf, event, status, daysLeft) => {
    expect(findPermitStatus('2024-09-10', '2029-09-09', asOf, event)).toEqual({ status, daysLeft })
  })

  test('a date that does not exist is an error of the caller', () => {
    expect(() => findPermitStatus('2024-02-30', '2029-09-09', '2026-01-01')).toThrow('invalid date: 2024-02-30')
  })
})
