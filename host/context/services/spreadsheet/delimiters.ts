const named: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };

/** The parts of each text; without a delimiter the one that the first text holds is taken. */
export function columnsFor(values: unknown[], delimiter?: string): unknown[][] {
  const texts = values.filter((value) => typeof value === 'string');
  const sign = delimiter === undefined ? guessed(texts) : (named[delimiter] ?? delimiter);
  return values.map((value) =>
    typeof value === 'string' && sign ? value.split(sign).map((part) => part.trim()) : [value],
  );
}

/** Unverified: how Google finds out which delimiter is meant. */
function guessed(texts: string[]): string | undefined {
  return [',', ';', '\t', '|', ' '].find((sign) => texts.some((text) => text.includes(sign)));
}
