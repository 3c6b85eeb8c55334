/** Abbreviations of time zones that mean one thing in reports, as offsets. CST and IST mean several. */
const OFFSETS: Readonly<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  Z: 'UTC',
  PST: '-08:00',
  PDT: '-07:00',
  MST: '-07:00',
  MDT: '-06:00',
  CDT: '-05:00',
  EST: '-05:00',
  EDT: '-04:00',
  PT: 'America/Los_Angeles',
  ET: 'America/New_York',
  BST: '+01:00',
  WET: '+00:00',
  WEST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  HKT: '+08:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
};

/**
 * The zone that a report names, as an offset or an IANA name: `UTC`, `PST`, `+0200`, `GMT+02:00`,
 * `Europe/Berlin`. Undefined for anything else.
 */
export function zoneOf(said: string): string | undefined {
  const plain = said.trim();
  const known = OFFSETS[plain.toUpperCase()];
  if (known !== undefined) return known;
  const [, sign, hours = '', minutes = '00'] =
    /^(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?$/i.exec(plain) ?? [];
  if (sign !== undefined && Number(hours) <= 14 && Number(minutes) < 60) {
    return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  return /^[A-Z][A-Za-z]+(\/[A-Za-z_+-]+)+$/.test(plain) && isZone(plain) ? plain : undefined;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
