/**
 * A module from its bytes in Base64; null where the engine has no WebAssembly with SIMD, or the page's content security policy
 * does not let it run. Its twins in TypeScript do the same then.
 */
export function compileModule(base64: string): WebAssembly.Module | null {
  if (typeof WebAssembly !== 'object') return null
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return null
  try {
    return new WebAssembly.Module(bytes)
  } catch (error) {
    // A policy is the only thing that can refuse valid bytes; Safari throws the second.
    if (error instanceof WebAssembly.CompileError || error instanceof EvalError) return null
    throw error
  }
}
