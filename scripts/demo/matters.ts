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

const createMatter = (minor: string, weight: number, limitHours: number, summer = 1, storm = 1): Matter => ({
  minor,
  weight,
  limitHours,
  summer,
  storm,
})

export const MATTERS: readonly Matter[] = [
  createMatter('01001', 3.2, 24, 1.1, 3),
  createMatter('01002', 3.6, 48, 0.8, 1.5),
  createMatter('01003', 5, 120, 1, 1.6),
  createMatter('01004', 1.4, 48, 1.6, 14),
  createMatter('02001', 1, 12, 1, 3),
  createMatter('02002', 1.8, 72),
  createMatter('03001', 2.6, 72),
  createMatter('03002', 1.1, 48, 1.2),
  createMatter('04001', 1, 24, 1.8, 26),
  createMatter('04002', 1.8, 120),
  createMatter('05001', 0.9, 120),
  createMatter('06001', 17, 24, 1.25),
  createMatter('06002', 8.5, 24, 1.05, 1.6),
  createMatter('06003', 3.2, 72),
  createMatter('06004', 3, 72, 1.2),
  createMatter('06005', 1.8, 120, 1.5, 2),
  createMatter('06006', 0.9, 24, 2.2, 60),
  createMatter('07001', 9, 48),
  createMatter('07002', 1.9, 168),
  createMatter('08001', 4.2, 48, 1.3, 0.5),
  createMatter('08002', 2.4, 48, 1.1, 0.3),
  createMatter('08003', 1.8, 12),
  createMatter('09001', 8, 24, 1.25, 0.5),
  createMatter('09002', 5.6, 24, 1.1, 0.6),
  createMatter('09003', 5.2, 24),
  createMatter('09004', 6.4, 24),
  createMatter('09005', 1.3, 48, 1.2, 0.3),
  createMatter('10001', 3.1, 120),
  createMatter('10002', 1.6, 120),
]
