import { soak } from './soak';

/** `npm run soak`: the gate under pressure, for two minutes at most. */

const endured = await soak({
  taps: 2000,
  visitors: 25,
  kills: 2,
  unsubscribes: 30,
  strangers: 20_000,
  seconds: 115,
});
const { lost, doubled, unsubscribesLost, dropped, strangerOperations, strangerEvents } = endured;
console.log(JSON.stringify(endured, null, 2));
const isWhole =
  [...lost, ...doubled, ...unsubscribesLost].length === 0 &&
  dropped === 0 &&
  strangerEvents === 0 &&
  strangerOperations < 100;
console.log(isWhole ? 'Nothing was lost and nothing came twice.' : 'A promise was broken.');
process.exitCode = isWhole ? 0 : 1;
