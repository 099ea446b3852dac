/** Kinds that are known to come out wrong in some dataset; this list only gets shorter. */
export const TO_MEND: ReadonlySet<string> = new Set([])
