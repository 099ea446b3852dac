/**
 * Loops over columns, in AssemblyScript: compiled to WebAssembly with SIMD, they give what their twins in
 * `src/vectors/plain` give. Addresses are bytes of the module's memory, which `src/vectors` lays out; what each loop is for
 * is said in `src/vectors/loops.ts`.
 */

export * from './groups'
export * from './hashes'
export * from './masks'
