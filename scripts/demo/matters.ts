/** Minor classes of the cases: how often they occur, their limit, and what drives them. */
export interface Matter {
  minor: string
  weight: number
  limitHours: number
  /** Factor in summer (June to September). */
  summer: number
  /** Factor in the days of the rainstorm. */
  storm: number
}

const matter = (minor: string, weight: number, limitHours: number, summer = 1, storm = 1): Matter => ({
  minor,
  weight,
  limitHours,
  summer,
  storm,
})

export const MATTERS: readonly Matter[] = [
  matter('01001', 3.2, 24, 1.1, 3),
  matter('01002', 3.6, 48, 0.8, 1.5),
  matter('01003', 5, 120, 1, 1.6),
  matter('01004', 1.4, 48, 1.6, 14),
  matter('02001', 1, 12, 1, 3),
  matter('02002', 1.8, 72),
  matter('03001', 2.6, 72),
  matter('03002', 1.1, 48, 1.2),
  matter('04001', 1, 24, 1.8, 26),
  matter('04002', 1.8, 120),
  matter('05001', 0.9, 120),
  matter('06001', 17, 24, 1.25),
  matter('06002', 8.5, 24, 1.05, 1.6),
  matter('06003', 3.2, 72),
  matter('06004', 3, 72, 1.2),
  matter('06005', 1.8, 120, 1.5, 2),
  matter('06006', 0.9, 24, 2.2, 60),
  matter('07001', 9, 48),
  matter('07002', 1.9, 168),
  matter('08001', 4.2, 48, 1.3, 0.5),
  matter('08002', 2.4, 48, 1.1, 0.3),
  matter('08003', 1.8, 12),
  matter('09001', 8, 24, 1.25, 0.5),
  matter('09002', 5.6, 24, 1.1, 0.6),
  matter('09003', 5.2, 24),
  matter('09004', 6.4, 24),
  matter('09005', 1.3, 48, 1.2, 0.3),
  matter('10001', 3.1, 120),
  matter('10002', 1.6, 120),
]
