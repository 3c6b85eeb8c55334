import { type Chance, chance } from '../random';
import { firstRemedy, listIn, type Offer, offersIn } from './facts';
import { type Phrases, PHRASES, type Ways } from './phrases';
import type { Asked, PromptFacts } from './prompt';
import { oneOf, type Values } from './say';
import { sayableName, sayableText } from './sayable';

/** What the sample writer writes. */
export interface SampleLetter {
  subject: string;
  body: string;
}

/** Letters have 80 to 220 words; what would make one longer is left out, step by step. */
const MOST_WORDS = 220;
const STEPS: readonly Room[] = [
  { extras: true, remedy: true, facts: true },
  { extras: false, remedy: true, facts: true },
  { extras: false, remedy: false, facts: true },
  { extras: false, remedy: false, facts: false },
];

/** What a letter has room for. */
interface Room {
  /** The line about past work, and a wish at the end. */
  extras: boolean;
  remedy: boolean;
  facts: boolean;
}

/** A letter made of ready phrases and the prompt's own facts; the seed decides which phrases. */
export function sampleLetter(asked: Asked, seed: string): SampleLetter {
  const { length } = PHRASES[asked.language];
  const letters = STEPS.map((room) => compose(asked, room, seed));
  const fitting = letters.find(({ body }) => length(body) <= MOST_WORDS) ?? letters.at(-1);
  if (fitting === undefined) throw new Error('there is always a shortest letter');
  return fitting;
}

/** Everything that the parts of one letter are made from. */
interface Desk {
  asked: Asked;
  phrases: Phrases;
  room: Room;
  say: (ways: Ways, more?: Values) => string;
}

/** Sentences that stand together. */
type Paragraph = string[];

function compose(asked: Asked, room: Room, seed: string): SampleLetter {
  const { facts, places } = asked;
  const draw = chance(seed, facts.client.name, facts.site, facts.period);
  const desk = deskFor(asked, room, draw);
  const { phrases, say } = desk;
  const offers = offersIn(facts, asked.language);
  const firstNeeded = offers.find(({ need }) => need !== undefined);
  const offered = offers.map(({ place }) => place);
  const [report, ...others] = places.filter((place) => !offered.includes(place));
  const kind = report !== undefined ? 'seen' : isUnseen(facts) ? 'unseen' : 'hello';
  const paragraphs: Paragraph[] = [
    [say(phrases.greeting)],
    [say(phrases[kind]), room.extras ? say(phrases.past) : ''],
    ...(report === undefined ? [] : reported(desk, report)),
    kind === 'unseen' ? [say(phrases.unseenMore)] : [],
    kind === 'hello' ? [say(phrases.helloMore)] : [],
    ...offers.flatMap((one, nth) => offerParagraphs(desk, one, nth, one === firstNeeded)),
    ...others.map((place) => [place]),
    [say(phrases.invitation), room.extras ? say(phrases.wish) : ''],
  ];
  const sender = sayableName(facts.sender) ?? '';
  const end = [say(phrases.signOff), sender].join('\n').trim();
  return {
    subject: say(phrases.subject[kind]),
    body: [...paragraphs.map((said) => inOne(said, phrases)), end].filter(isSaid).join('\n\n'),
  };
}

function deskFor(asked: Asked, room: Room, draw: Chance): Desk {
  const { facts, language } = asked;
  const values: Values = {
    name: sayableName(facts.client.name),
    site: sayableName(facts.site),
    why: reasonIn(facts),
    period: sayableText(facts.period, 40),
    work: listIn(facts.client.pastWork, language),
  };
  const say: Desk['say'] = (ways, more) => oneOf(ways, { ...values, ...more }, draw);
  return { asked, phrases: PHRASES[language], room, say };
}

function reasonIn(facts: PromptFacts): string | undefined {
  return sayableText(facts.site_could_not_be_looked_at, 160);
}

function isUnseen(facts: PromptFacts): boolean {
  return sayableName(facts.site) !== undefined && reasonIn(facts) !== undefined;
}

/** How it went, the report itself, and what to do first. */
function reported({ asked: { facts }, phrases, room, say }: Desk, report: string): Paragraph[] {
  const failed = facts.findings.filter(({ passed }) => !passed).length;
  const isAllWrong = failed === facts.findings.length;
  const summary = failed === 0 ? phrases.allWell : isAllWrong ? phrases.allWrong : phrases.mixed;
  const remedy = room.remedy ? firstRemedy(facts, phrases) : undefined;
  return [
    [facts.page_is_filled_by_a_script ? say(phrases.script) : '', say(summary)],
    [report],
    failed === 0
      ? [say(phrases.nothingToDo)]
      : [
          say(phrases.advice, { remedy }),
          say(failed > 1 ? phrases.adviceMore : phrases.adviceOnly),
        ],
  ];
}

/** Why a product could help, and its own place. */
function offerParagraphs(
  { phrases, room, say }: Desk,
  { place, name, need, facts, isQuoted }: Offer,
  nth: number,
  isNeeded: boolean,
): Paragraph[] {
  const usual = nth === 0 ? phrases.offerFirst : phrases.offerNext;
  const lead = say(isNeeded ? phrases.offerNeeded : usual, { name, need });
  const told = room.facts && facts !== undefined ? ended(facts) : '';
  const more = told !== '' && isQuoted ? say(phrases.quotedFacts, { facts: told }) : told;
  return [[lead, more], [place]];
}

/** With a full stop, where no other sign ends it. */
function ended(said: string): string {
  return /[.!?。！？…)"”」]$/.test(said.trim()) ? said.trim() : `${said.trim()}.`;
}

function inOne(sentences: Paragraph, { between }: Phrases): string {
  return sentences.filter(isSaid).join(between);
}

function isSaid(text: string): boolean {
  return text !== '';
}
