import { availableParallelism, cpus } from 'node:os'

/** What the figures are measured on. */
export interface Machine {
  node: string
  cores: number
  processor: string
}

export function readMachine(): Machine {
  const [processor] = cpus()
  return { node: process.version, cores: availableParallelism(), processor: processor?.model.trim() ?? '' }
}
