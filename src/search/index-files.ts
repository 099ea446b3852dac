/** What the reader's side knows of the index without asking, so that it can ask for all of these files at once. */
export interface IndexFiles {
  /** Names the build of the index, so that its entry file can be cached. */
  tag: string
  /** By language; `hash` begins with Pagefind's name of the language: `zh-cn_4f57399644e7a`. */
  languages: Partial<Record<'zh' | 'en', { pages: number; hash: string; wasm: string; filters: string[] }>>
}
