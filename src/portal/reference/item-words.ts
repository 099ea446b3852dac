/** Path of an item → its meaning in Chinese and in English; what holds where the item is left out is part of it. */
export type ItemWords = Readonly<Record<string, readonly [zh: string, en: string]>>
