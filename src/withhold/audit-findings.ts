/** What a reader can work back from what is printed, by the index of a cell. */
export interface Findings {
  /** Hidden cells with one possible value only, and that value. */
  exact: [cell: number, value: number][]
  /** Hidden cells about which more can be known than is promised; those that are exact are among them. */
  narrow: number[]
  /** Hidden cells about which the solver came to no end in its time. */
  undecided: number[]
}
