/** What the tests use of jsonstat-toolkit, which has no types of its own. */
declare module 'jsonstat-toolkit' {
  interface CubeCell {
    value: number | null
    status: string | null
  }
  interface Cube {
    /** One cell where each dimension has a value, else all cells. */
    Data(at?: Record<string, string | undefined>): CubeCell | CubeCell[]
  }
  export default function readJsonStat(json: unknown): Cube
}
