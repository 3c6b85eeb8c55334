import { call } from '../../bridge';
import type { Thing } from '../../facade';
import type { Range } from './range';

interface Match {
  range: Range;
  /** What is searched in: the shown text, or the formula. */
  text: string;
}

/** TextFinder: finds text in what cells show, row by row, and replaces it. */
export class TextFinder implements Thing {
  readonly kind = 'Spreadsheet.TextFinder';

  private isCaseMatched = false;
  private isWholeCell = false;
  private isInFormulas = false;
  private isWithoutDiacritics = false;
  private isRegularExpression = false;
  private start: Range | null = null;
  private current: Match | null = null;

  /** The blocks that are searched, one after the other. */
  constructor(
    private readonly ranges: Range[],
    private readonly wanted: string,
  ) {}

  matchCase(matchCase: boolean): this {
    this.isCaseMatched = matchCase;
    return this;
  }

  matchEntireCell(matchEntireCell: boolean): this {
    this.isWholeCell = matchEntireCell;
    return this;
  }

  matchFormulaText(matchFormulaText: boolean): this {
    this.isInFormulas = matchFormulaText;
    return this;
  }

  ignoreDiacritics(ignoreDiacritics: boolean): this {
    this.isWithoutDiacritics = ignoreDiacritics;
    return this;
  }

  useRegularExpression(useRegularExpression: boolean): this {
    this.isRegularExpression = useRegularExpression;
    return this;
  }

  startFrom(range: Range): this {
    this.start = range;
    return this;
  }

  findAll(): Range[] {
    return this.matches().map(({ range }) => range);
  }

  findNext(): Range | null {
    return this.find((matches, at) => matches.find((_, index) => at(index) > 0));
  }

  findPrevious(): Range | null {
    return this.find((matches, at) => matches.findLast((_, index) => at(index) < 0));
  }

  getCurrentMatch(): Range | null {
    return this.current?.range ?? null;
  }

  /** Replaces in every match, and tells how many times. */
  replaceAllWith(text: string): number {
    return this.matches().reduce((sum, match) => sum + this.replace(match, text), 0);
  }

  replaceWith(text: string): number {
    return this.current ? this.replace(this.current, text) : 0;
  }

  /** Past the last match there is none (unverified: whether Google starts over). */
  private find(
    choose: (matches: Match[], at: (index: number) => number) => Match | undefined,
  ): Range | null {
    const matches = this.matches();
    const from = this.current?.range ?? this.start;
    const place = from ? this.placeOf(from) : null;
    const at = (index: number): number => {
      const range = matches[index]?.range;
      if (!range || !place) return place ? 0 : 1;
      const own = this.placeOf(range);
      const different = own.findIndex((part, step) => part !== place[step]);
      return (own[different] ?? 0) - (place[different] ?? 0);
    };
    this.current = choose(matches, at) ?? null;
    return this.getCurrentMatch();
  }

  /** Where a range stands in the order of the search. */
  private placeOf({ sheet, area }: Range): number[] {
    const block = this.ranges.findIndex((range) => range.sheet.id === sheet.id);
    return [block, area.row + area.rows - 1, area.column + area.columns - 1];
  }

  private matches(): Match[] {
    const pattern = this.pattern();
    return this.ranges.flatMap((range) => {
      const texts = this.textsOf(range);
      return texts.flatMap((row, y) =>
        row.flatMap((text, x) => {
          pattern.lastIndex = 0;
          const found = text !== '' && pattern.test(this.plain(text));
          return found ? { range: range.getCell(y + 1, x + 1), text } : [];
        }),
      );
    });
  }

  private textsOf(range: Range): string[][] {
    const area = range.sheetArea();
    const shown = call('sheets.display', { area });
    if (!this.isInFormulas) return shown;
    const formulas = call('sheets.formulas', { area });
    return shown.map((row, y) => row.map((text, x) => formulas[y]?.[x] || text));
  }

  private pattern(): RegExp {
    const wanted = this.plain(this.wanted);
    const source = this.isRegularExpression
      ? wanted
      : wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const whole = this.isWholeCell ? `^(?:${source})$` : source;
    return new RegExp(whole, this.isCaseMatched ? 'g' : 'gi');
  }

  /** The text as it is compared, sign for sign. */
  private plain(text: string): string {
    if (!this.isWithoutDiacritics) return text;
    return text.normalize('NFC').replace(/[^]/gu, (sign) => sign.normalize('NFD').charAt(0));
  }

  /** What a formula shows is not its text, so it is only replaced where formulas are searched. */
  private replace({ range, text }: Match, replacement: string): number {
    if (!this.isInFormulas && range.getFormula() !== '') return 0;
    const whole = text.normalize('NFC');
    const found = [...this.plain(whole).matchAll(this.pattern())];
    let replaced = '';
    let done = 0;
    for (const match of found) {
      const filled = this.isRegularExpression ? filledIn(replacement, match) : replacement;
      replaced += whole.slice(done, match.index) + filled;
      done = match.index + match[0].length;
    }
    range.setValue(replaced + whole.slice(done));
    return found.length;
  }
}

/** `$1` stands for the first bracket of a regular expression. */
function filledIn(replacement: string, found: RegExpMatchArray): string {
  return replacement.replace(/\$(\d)/g, (_, number: string) => found[Number(number)] ?? '');
}
