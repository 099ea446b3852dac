import { expect, test } from 'vitest'
import { markArtifacts } from '../../../scripts/pdf/content-marks.ts'

test('a path outside all tags becomes an artifact from its first operand to its paint', () => {
  expect(markArtifacts('q\n1 0 0 RG\n.5 19 m\n.5 3 l\nS\nQ')).toBe(
    'q\n1 0 0 RG\n/Artifact BMC\n.5 19 m\n.5 3 l\nS\nEMC\nQ',
  )
})

test('text and images outside all tags become artifacts one by one, within their text object', () => {
  expect(markArtifacts('BT\n/F4 12 Tf\n<12> Tj\n2 0 Td (a \\) b) Tj\nET\n/X1 Do')).toBe(
    'BT\n/F4 12 Tf\n/Artifact BMC\n<12> Tj\nEMC\n2 0 Td /Artifact BMC\n(a \\) b) Tj\nEMC\nET\n/Artifact BMC\n/X1 Do\nEMC',
  )
})

test.each([
  ['tagged content', '/P <</MCID 3 >>BDC\nBT\n<01> Tj\nET\n0 0 5 1 re\nf\nEMC'],
  [
    'a span with ActualText within it',
    '/P <</MCID 3 >>BDC\nBT\n/Span<</ActualText <FEFF793A>>> BDC\n<01> Tj\nEMC\n<02> Tj\nET\nEMC',
  ],
  ['what is an artifact already', '/Artifact BMC\n0 0 5 1 re f\nEMC'],
  ['a path that only clips', '0 0 5 5 re\nW* n'],
])('%s stays as it is', (_, content) => {
  expect(markArtifacts(content)).toBe(content)
})

test('a span without an MCID is no tag: its text becomes an artifact', () => {
  expect(markArtifacts('/Span<</ActualText <FEFF793A>>> BDC\nBT <01> Tj ET\nEMC')).toBe(
    '/Span<</ActualText <FEFF793A>>> BDC\nBT /Artifact BMC\n<01> Tj\nEMC ET\nEMC',
  )
})

test('marked content that is repeated becomes an artifact, and nothing else does', () => {
  expect(
    markArtifacts('/TH <</MCID 7 >>BDC\n<01> Tj\nEMC\n/TD <</MCID 8 >>BDC\n<02> Tj\nEMC', (mcid) => mcid === 7),
  ).toBe('/Artifact BMC\n<01> Tj\nEMC\n/TD <</MCID 8 >>BDC\n<02> Tj\nEMC')
})
