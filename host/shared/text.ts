/** Any value as JavaScript writes it; for values whose type is not known. */
export const asText = (value: unknown): string => String(value);
