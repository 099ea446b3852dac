/** The first items of a portal's settings, without its topics and its footer. */
export const SETTINGS_HEAD = `title: { zh: 石榴市数据, en: Shiliu figures }
description: { zh: 每月一期。, en: Month by month. }
area: { zh: 石榴市, en: Shiliu }
city: "990200"
publisher: { zh: 办公室, en: Office }
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
`

/** The head of a topic with one figure, which ends within that figure. */
export const LAMPS_FIGURE = `---
title: 路灯
summary: 灯
figures:
  - id: lit-rate
    kind: line
    dataset: street-lamps
    table: lamps
    measure: lit_rate
    over: period
    series: place
    where: { light: led }
`
