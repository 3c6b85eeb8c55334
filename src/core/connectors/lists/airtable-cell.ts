/** What a cell of Airtable's says, as text; blank where it holds nothing that text could say. */
export function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : '';
  if (Array.isArray(cell)) {
    return cell
      .map(cellText)
      .filter((said) => said !== '')
      .join(', ');
  }
  if (typeof cell !== 'object' || cell === null) return '';
  return namedIn(cell as Record<string, unknown>);
}

/** A person has a name or an address, a barcode a text; what a formula could not work out has none. */
function namedIn(cell: Record<string, unknown>): string {
  const said = [cell.name, cell.text, cell.email].find(
    (part) => typeof part === 'string' && part !== '',
  );
  return typeof said === 'string' ? said : '';
}
