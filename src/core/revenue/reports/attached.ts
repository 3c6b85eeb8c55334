/** A file that came with a mail. */
export interface AttachedFile {
  name: string;
  /** Its media type in small letters, as the mail says. */
  type: string;
  /** Bytes. */
  size: number;
}

/** Larger ones are left to a person: reading them would take a beat's time. */
const MOST_BYTES = 5_000_000;

/** Whether a file may be a report that can be read. */
export function mayBeReport(file: AttachedFile): boolean {
  return isTable(file) && file.size <= MOST_BYTES;
}

/** Why a file that holds a report, by the look of it, is left to a person; blank for any other. */
export function whyUnread(file: AttachedFile): string {
  if (isTable(file)) {
    return file.size <= MOST_BYTES
      ? ''
      : 'It is larger than 5 MB. Export a shorter period, and drop it here.';
  }
  return PACKED.test(file.name)
    ? 'It is no CSV file. Open it, save it as CSV, and drop it here.'
    : '';
}

function isTable({ name, type }: AttachedFile): boolean {
  return /\.(csv|tsv|txt)$/i.test(name) || /^text\/(csv|tab-separated-values)$/.test(type);
}

const PACKED = /\.(xlsx?|xlsm|ods|numbers|pdf|zip|gz)$/i;
