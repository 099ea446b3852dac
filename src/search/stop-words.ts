/** The query without what only makes it a question: `怎么下载数据？` → `下载数据`. The rest is what is looked for. */
export function removeStopWords(text: string, chinese: string): string {
  const without = chinese === '' ? text : text.replace(new RegExp(chinese, 'g'), ' ')
  return without.replace(ENGLISH, ' ').replace(/\s+/g, ' ').trim()
}

const ENGLISH =
  /(?<![\p{L}\d-])(?:how|what|which|where|when|who|why|is|are|was|do|does|did|can|i|the|a|an|of|in|on|at|for|to|by|my|many|much|mean|means|calculated|computed|this)(?![\p{L}\d-])/gu
