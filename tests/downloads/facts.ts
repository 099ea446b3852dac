import type { DatasetFacts } from '../../src/downloads/dataset-facts.ts'

const WORDS = { zh: '甲', en: 'A' }
export const FACTS: DatasetFacts = {
  id: 'cases',
  title: WORDS,
  description: WORDS,
  publisher: WORDS,
  keeper: WORDS,
  frequency: WORDS,
  span: WORDS,
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  demonstration: null,
  release: 1,
  released: '2026-11-20',
  issued: '2026-11-20',
  address: null,
  citation: WORDS,
}
