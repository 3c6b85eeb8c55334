/**
 * The months as reports write them, from January: English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Swedish, Norwegian, Danish, Polish, without marks above the letters.
 */
const MONTHS: readonly string[] = [
  'january januar janvier enero gennaio janeiro januari styczen stycznia janner',
  'february februar fevrier febrero febbraio fevereiro februari luty lutego feber',
  'march marz maerz mars marzo marco maart mrt marts marzec marca',
  'april avril abril aprile kwiecien kwietnia',
  'may mai mayo maggio maio mei maj maja',
  'june juni juin junio giugno junho czerwiec czerwca',
  'july juli juillet julio luglio julho lipiec lipca',
  'august aout agosto augustus augusti sierpien sierpnia',
  'september septembre septiembre settembre setembro wrzesien wrzesnia',
  'october oktober octobre octubre ottobre outubro oktobre pazdziernik pazdziernika',
  'november novembre noviembre novembro listopad listopada',
  'december dezember decembre diciembre dicembre dezembro desember grudzien grudnia',
];

const NAMES = MONTHS.map((names) => names.split(' '));

/** The month, from 1, that a word or its first letters (three at least) stand for; undefined for no one month. */
export function monthNamed(word: string): number | undefined {
  const plain = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/\.$/, '')
    .toLowerCase();
  if (plain.length < 3) return undefined;
  const exact = NAMES.findIndex((names) => names.includes(plain));
  if (exact >= 0) return exact + 1;
  const found = NAMES.flatMap((names, i) =>
    names.some((name) => name.startsWith(plain)) ? [i + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
