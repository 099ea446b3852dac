import { existsSync, readFileSync } from 'node:fs'
import { main } from 'assemblyscript/asc'
import { expect, test } from 'vitest'

const SOURCE = 'kernel/index.ts'
const OPTIONS = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd', '--memoryBase', '49152']

/** The compiled kernel is kept in the repository, so that nobody needs the compiler to run it; `-u` writes it. */
test('the kernel is what its source compiles to, byte for byte', { timeout: 120_000 }, async () => {
  let bytes = new Uint8Array()
  const { error, stderr } = await main([SOURCE, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name: string) => (existsSync(name) ? readFileSync(name, 'utf8') : null),
    writeFile: (_name: string, content: string | Uint8Array) => {
      if (typeof content !== 'string') bytes = Uint8Array.from(content)
    },
  })
  expect([error, stderr.toString()]).toEqual([null, ''])
  expect(WebAssembly.validate(bytes)).toBe(true)
  const text = `/** Compiled from \`kernel/index.ts\` by \`tests/accept/kernel-bytes.test.ts -u\`; base64. */
export const KERNEL =
  '${Buffer.from(bytes).toString('base64')}'
`
  await expect(text).toMatchFileSnapshot('../../src/accept/kernel/kernel-bytes.ts')
})
