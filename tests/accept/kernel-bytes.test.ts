import { existsSync, readFileSync } from 'node:fs'
import { main } from 'assemblyscript/asc'
import { expect, test } from 'vitest'

const OPTIONS = ['--runtime', 'stub', '--noAssert', '-O3', '--enable', 'simd', '--memoryBase', '49152']

/** Compiled kernels are kept in the repository, so that nobody needs the compiler to run them; `-u` writes them. */
test.each([
  { source: 'kernel/index.ts', name: 'KERNEL', kept: 'src/accept/kernel/kernel-bytes.ts' },
  { source: 'kernel/columns/index.ts', name: 'COMPILED_LOOPS', kept: 'src/vectors/compiled-loops.ts' },
])('$kept is what its source compiles to, byte for byte', { timeout: 120_000 }, async ({ source, name, kept }) => {
  let bytes = new Uint8Array()
  const { error, stderr } = await main([source, '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name: string) => (existsSync(name) ? readFileSync(name, 'utf8') : null),
    writeFile: (_name: string, content: string | Uint8Array) => {
      if (typeof content !== 'string') bytes = Uint8Array.from(content)
    },
  })
  expect([error, stderr.toString()]).toEqual([null, ''])
  expect(WebAssembly.validate(bytes)).toBe(true)
  const text = `/** Compiled from \`${source}\` by \`tests/accept/kernel-bytes.test.ts -u\`; base64. */
export const ${name} =
  '${Buffer.from(bytes).toString('base64')}'
`
  await expect(text).toMatchFileSnapshot(`../../${kept}`)
})
