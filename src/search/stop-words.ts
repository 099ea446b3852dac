/** The query without what only makes it a question: `怎么下载数据？` → `下载数据`. The rest is what is looked for. */
export function removeStopWords(text: string, chinese: string): string {
  const without = chinese === '' ? text : text.replace(new RegExp(chinese, 'g'), ' ')
  return without.replace(ENGLISH, ' ').replace(/\s+/g, ' ').trim()
}

const ENGLISH =
  /(?<![\p{L}\d-])(?:how|what|which|where|when|who|why|is|are|was|do|does|did|can|i|the|a|an|of|in|on|at|for|to|by|my|many|much|mean|means|meant|meaning|calculated|computed|defined|this|these|there|any)(?![\p{L}\d-])/gu

/** True for what is asked as a question, in words or with a mark. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text)
}

const QUESTION =
  /[?？吗呢]|什么|怎么|怎样|如何|多少|几号|几天|多久|为啥|是啥|能不能|是不是|有没有|可不可以|可以|哪|谁|区别|不同|^(?:how|what|which|where|when|who|whom|why|is|are|was|do|does|did|can|may) /u
