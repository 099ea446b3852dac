import { compileModule } from '../../vectors/compile-module.ts'
import { KERNEL } from './kernel-bytes.ts'

/** What the compiled `kernel/index.ts` exports. Addresses are bytes of its memory. */
interface Exports {
  memory: WebAssembly.Memory
  rows: WebAssembly.Global
  setUp(columns: number, count: number, delimiter: number): void
  scan(from: number, to: number, rowsMax: number, starts: number): number
  learn(column: number, bytes: number, length: number, entry: number): void
  widen(column: number, slots: number, mask: number): void
}

/** Below it the module keeps its own; the columns come next. */
const FREE_FROM = 1 << 16
const COLUMN_BYTES = 64
const PAGE_BYTES = 1 << 16
/** Every value is at a multiple of its size. */
const ALIGNED = 16

/** The kernel and its memory, which is given out from the bottom up and all taken back at once. */
export class Kernel {
  readonly calls: Exports
  #end = FREE_FROM
  #columns = 0
  #bytes = new Uint8Array()

  constructor(module: WebAssembly.Module) {
    // The exports of the module that is built from `kernel/index.ts`; a test builds it and compares.
    this.calls = new WebAssembly.Instance(module).exports as unknown as Exports
  }

  /** Takes back all memory and makes room for so many columns. */
  open(columns: number, delimiter: number): void {
    this.#end = FREE_FROM
    this.#columns = this.allocateZeros(columns * COLUMN_BYTES)
    this.calls.setUp(this.#columns, columns, delimiter)
  }

  /** Address of bytes that nobody else has; what they are is left from before. */
  allocate(length: number): number {
    const at = this.#end
    this.#end = Math.ceil((at + length) / ALIGNED) * ALIGNED
    const { memory } = this.calls
    // Reading 16 bytes at the last address given out must be possible.
    const missing = this.#end + ALIGNED - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES) + GROWN_PAGES)
    return at
  }

  allocateZeros(length: number): number {
    const at = this.allocate(length)
    this.bytes.fill(0, at, this.#end)
    return at
  }

  /** The whole memory; another array after each `allocate` that has made it larger. */
  get bytes(): Uint8Array {
    const { buffer } = this.calls.memory
    if (this.#bytes.buffer !== buffer) this.#bytes = new Uint8Array(buffer)
    return this.#bytes
  }

  /** Address of a column's fields. */
  columnAt(index: number): number {
    return this.#columns + index * COLUMN_BYTES
  }

  setField(column: number, field: number, value: number): void {
    new DataView(this.calls.memory.buffer).setUint32(column + field, value, true)
  }

  setDouble(column: number, field: number, value: number): void {
    new DataView(this.calls.memory.buffer).setFloat64(column + field, value, true)
  }

  getField(column: number, field: number): number {
    return new DataView(this.calls.memory.buffer).getUint32(column + field, true)
  }

  viewInts(at: number, length: number): Int32Array {
    return new Int32Array(this.calls.memory.buffer, at, length)
  }

  viewDoubles(at: number, length: number): Float64Array {
    return new Float64Array(this.calls.memory.buffer, at, length)
  }
}

const GROWN_PAGES = 64

let opened: Kernel | null | undefined

/** The one kernel of this thread; null where it cannot run. */
export function findKernel(): Kernel | null {
  if (opened !== undefined) return opened
  const module = compileModule(KERNEL)
  opened = module && new Kernel(module)
  return opened
}
