import type { RuleId } from '../../src/problems/catalogue.ts'

/** Rules that have no row on the page of what is accepted on import, and why: no file of a department can raise them. */
export const RULES_WITHOUT_ROW: readonly { reason: string; rules: readonly RuleId[] }[] = [
  {
    reason: 'Faults of a contract, which whoever runs the portal writes.',
    rules: [
      'contract-unreadable',
      'contract-no-default',
      'contract-invalid',
      'contract-twice',
      'contract-name-unknown',
      'contract-unit-unknown',
      'contract-column-private',
      'contract-heading-twice',
      'contract-keeper-unknown',
    ],
  },
  {
    reason: 'Faults of profile.yaml itself, which whoever runs the portal writes; the file that it is about is sound.',
    rules: [
      'profile-invalid',
      'profile-yaml',
      'profile-empty',
      'profile-encoding',
      'profile-key-unknown',
      'profile-column-unknown',
      'profile-constant',
      'profile-wide',
    ],
  },
  {
    reason: 'Faults of the words of a portal, which whoever runs the portal writes.',
    rules: [
      'content-file-missing',
      'content-yaml',
      'content-mdx',
      'content-head-missing',
      'content-key-missing',
      'content-key-unknown',
      'content-invalid',
      'content-name-unknown',
      'content-unpublished',
    ],
  },
  { reason: 'There is no file at all to say anything of.', rules: ['raw-missing'] },
  {
    reason: 'Faults of the published store, which only publish writes.',
    rules: [
      'release-line-invalid',
      'release-chain-broken',
      'release-date-back',
      'release-heads-differ',
      'release-log-moved',
      'published-file-missing',
      'published-file-changed',
      'published-file-unreadable',
      'published-header-old',
      'published-without-contract',
      'published-link',
    ],
  },
]
