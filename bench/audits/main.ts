import { auditAddress } from './audit';

/** One JSON object per address and line, in the order of the addresses; several are looked at at once. */

const AT_ONCE = 8;

const addresses = process.argv.slice(2);
if (addresses.length === 0) {
  process.stderr.write('Give one address or more: npm run audit -- https://bakery.example\n');
  process.exit(2);
}
for (let at = 0; at < addresses.length; at += AT_ONCE) {
  const wave = addresses.slice(at, at + AT_ONCE);
  const found = await Promise.all(wave.map((address) => auditAddress(address, Date.now())));
  for (const { audited } of found) process.stdout.write(`${JSON.stringify(audited)}\n`);
}
