import { compileModule } from './compile-module.ts'
import { COMPILED_LOOPS } from './compiled-loops.ts'
import type { Loops } from './loops.ts'
import { PLAIN, type Vectors } from './vectors.ts'

/** An argument of a loop. */
type Argument = Uint8Array | Int32Array | Float64Array | number

type CompiledLoop = (...args: number[]) => number

/** What the compiled `kernel/columns/index.ts` exports: the loops by their names, arrays as addresses. */
interface Exports extends Record<keyof Loops, CompiledLoop> {
  memory: WebAssembly.Memory
}

/** Below it the module keeps its own. */
const FREE_FROM = 1 << 16
const PAGE_BYTES = 1 << 16
/** Every array begins at a multiple of the bytes that a loop reads at a time. */
const ALIGNED = 16

/** Arrays in the memory of a compiled module, given out from the bottom up; where it is full they are ordinary arrays. */
class KernelMemory {
  readonly exports: Exports
  #end = FREE_FROM

  constructor(module: WebAssembly.Module) {
    // The exports of the module that is built from `kernel/columns/index.ts`; a test builds it and compares.
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports
  }

  /** Takes back all and makes room for so many bytes. All arrays of before are lost. */
  open(bytes: number): void {
    this.#end = FREE_FROM
    const { memory } = this.exports
    const missing = FREE_FROM + bytes - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES))
  }

  get end(): number {
    return this.#end
  }

  /** Takes back what was given out since the end was there. */
  rewind(end: number): void {
    this.#end = end
  }

  /** An address, or null where there is no room. What is there is left from before. */
  allocate(bytes: number): number | null {
    const at = this.#end
    const end = at + Math.ceil(bytes / ALIGNED) * ALIGNED
    if (end > this.exports.memory.buffer.byteLength) return null
    this.#end = end
    return at
  }
}

/** Loops that run compiled where all their arrays are in the memory of the module, and as they are written elsewhere. */
function makeVectors(memory: KernelMemory): Vectors {
  const { exports } = memory
  const { buffer } = exports.memory
  const addressOf = (argument: Argument): number => (typeof argument === 'number' ? argument : argument.byteOffset)
  const isReached = (argument: Argument) => typeof argument === 'number' || argument.buffer === buffer
  const makeLoop = (name: keyof Loops) => {
    const [compiled, plain] = [exports[name], PLAIN[name] as (...args: Argument[]) => unknown]
    return (...args: Argument[]) => (args.every(isReached) ? compiled(...args.map(addressOf)) : plain(...args))
  }
  const names = (Object.keys(PLAIN) as (keyof Vectors)[]).filter((name): name is keyof Loops => name in exports)
  // Each loop takes and gives what its twin does: the arguments are passed on as they are.
  const loops = Object.fromEntries(names.map((name) => [name, makeLoop(name)])) as unknown as Loops
  const place = <Values extends Exclude<Argument, number>>(
    make: new (buffer: ArrayBuffer, at: number, length: number) => Values,
    length: number,
    size: number,
  ): Values | null => {
    const at = memory.allocate(length * size)
    return at === null ? null : new make(buffer, at, length)
  }
  return {
    ...loops,
    allocateBytes: (length) => place(Uint8Array, length, 1)?.fill(0) ?? new Uint8Array(length),
    allocateInts: (length) => place(Int32Array, length, 4)?.fill(0) ?? new Int32Array(length),
    allocateDoubles: (length) => place(Float64Array, length, 8)?.fill(0) ?? new Float64Array(length),
    hold<Values extends Exclude<Argument, number>>(values: Values): Values {
      if (values.buffer === buffer) return values
      const make = values.constructor as new (buffer: ArrayBuffer, at: number, length: number) => Values
      const held = place(make, values.length, values.BYTES_PER_ELEMENT)
      held?.set(values)
      return held ?? values
    },
    lend(work) {
      const { end } = memory
      try {
        return work()
      } finally {
        memory.rewind(end)
      }
    },
  }
}

let compiled: WebAssembly.Module | null | undefined

/** Null where it cannot run. */
function compileKernel(): WebAssembly.Module | null {
  if (compiled === undefined) compiled = compileModule(COMPILED_LOOPS)
  return compiled
}

/** Memories that nobody uses now. */
const free: KernelMemory[] = []

/** Vectors with a memory of their own. */
export interface Leased {
  vectors: Vectors
  /** Gives the memory back: nothing of it may be used afterwards. Without it the memory is left to the collector. */
  release(): void
}

export const PLAIN_LEASE: Leased = { vectors: PLAIN, release: () => undefined }

/** Room for so many bytes of arrays; plain vectors where the engine cannot run the compiled loops. */
export function leaseVectors(bytes: number): Leased {
  const module = compileKernel()
  if (module === null) return PLAIN_LEASE
  const memory = free.pop() ?? new KernelMemory(module)
  memory.open(bytes)
  return { vectors: makeVectors(memory), release: () => free.push(memory) }
}
