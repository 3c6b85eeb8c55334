/** What a line of sums is called, in the languages that networks report in. */
const STARTS =
  /^(?:grand |sub[- ]?|report )?totals?(?![\p{L}\p{N}])|^(?:gesamt(?:summe|betrag)?|zwischensumme|summe|somme|sous-total|total général|totale|totaal|suma|sum|итого|合計|総計|小計|总计|總計|合计|小计)(?![\p{L}\p{N}])/iu;

/** Whether a cell calls its line a sum: `Total`, `Subtotal — PayPal sales`, `Gesamtsumme:`. */
export function namesTotal(cell: string): boolean {
  return STARTS.test(cell.trim());
}
