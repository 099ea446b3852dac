export type Row = Record<string, string>

/** Visits of one month. */
export function listVisits(month: number): Row[] {
  const rows: Row[] = []
  for (const [d, district] of ['东湾区', '西岭区'].entries()) {
    for (const [z, zone] of ['z1', 'z2', 'z3'].entries()) {
      for (const [b, band] of ['a50', 'a60', 'a65', 'a80'].entries()) {
        // Few in the second district and in the third zone.
        const isRare = (z + b + month) % 4 === 0
        const times = d === 1 || z === 2 ? Number(isRare) : (z * 5 + b * 11 + month * 3) % 13
        for (let visit = 0; visit < times; visit += 1) {
          const number = `T${month}${d}${z}${b}${String(visit).padStart(2, '0')}`
          rows.push({
            单号: number,
            所在区: district,
            片区: zone,
            年龄组: band,
            老人姓名: '周桂兰',
            备注: '13800138000',
          })
        }
      }
    }
  }
  return rows
}

export function listHouseholds(): Row[] {
  return ['东湾区', '西岭区'].flatMap((district, d) =>
    ['illness', 'fire', 'school'].flatMap((cause, c) =>
      Array.from({ length: [31, 3, 12, 24, 0, 57][d * 3 + c] ?? 0 }, (_, at) => ({
        ...{ 单号: `J${d}${c}${at}`, 所在区: district, 原因: cause },
        户主: '周桂兰',
      })),
    ),
  )
}
