import { parseAddress } from '../../address';
import { cut, Problem } from '../../problem';
import type { Network } from '../network';
import { a8 } from './a8';
import { accesstrade } from './accesstrade';
import { adcell } from './adcell';
import { admitad } from './admitad';
import { adtraction } from './adtraction';
import { affilae } from './affilae';
import { affiliatefuture } from './affiliatefuture';
import { affise } from './affise';
import { amazon } from './amazon';
import { avantlink } from './avantlink';
import { awin } from './awin';
import { belboon } from './belboon';
import { booking } from './booking';
import { cake } from './cake';
import { cj } from './cj';
import { clickbank } from './clickbank';
import { commissionFactory } from './commission-factory';
import { daisycon } from './daisycon';
import { digistore24 } from './digistore24';
import { direct } from './direct';
import { dub } from './dub';
import { ebay } from './ebay';
import { effiliation } from './effiliation';
import { everflow } from './everflow';
import { financeads } from './financeads';
import { firstpromoter } from './firstpromoter';
import { flexoffers } from './flexoffers';
import { gumroad } from './gumroad';
import { impact } from './impact';
import { involveAsia } from './involve-asia';
import { kwanko } from './kwanko';
import { leadalliance } from './leadalliance';
import { lemonSqueezy } from './lemon-squeezy';
import { linkwise } from './linkwise';
import { partnerize } from './partnerize';
import { partnerstack } from './partnerstack';
import { pepperjam } from './pepperjam';
import { publicidees } from './publicidees';
import { rakuten } from './rakuten';
import { refersion } from './refersion';
import { rewardful } from './rewardful';
import { shareasale } from './shareasale';
import { shopee } from './shopee';
import { skimlinks } from './skimlinks';
import { sovrn } from './sovrn';
import { tapfiliate } from './tapfiliate';
import { targetcircle } from './targetcircle';
import { tolt } from './tolt';
import { tradedoubler } from './tradedoubler';
import { tradetracker } from './tradetracker';
import { tune } from './tune';
import { webepartners } from './webepartners';
import { webgains } from './webgains';
import { whop } from './whop';
import { zanox } from './zanox';

/**
 * In the order in which they are asked whether an address is theirs: those told by their hosts
 * before those told by a parameter that others may use as well.
 */
export const NETWORKS: readonly Network[] = [
  impact,
  partnerstack,
  awin,
  cj,
  shareasale,
  amazon,
  rakuten,
  partnerize,
  tradedoubler,
  adtraction,
  admitad,
  digistore24,
  clickbank,
  everflow,
  tune,
  cake,
  affise,
  involveAsia,
  flexoffers,
  pepperjam,
  avantlink,
  webgains,
  tradetracker,
  daisycon,
  skimlinks,
  sovrn,
  ebay,
  affilae,
  affiliatefuture,
  belboon,
  booking,
  effiliation,
  kwanko,
  publicidees,
  targetcircle,
  webepartners,
  adcell,
  financeads,
  leadalliance,
  zanox,
  linkwise,
  commissionFactory,
  accesstrade,
  shopee,
  a8,
  rewardful,
  firstpromoter,
  tolt,
  tapfiliate,
  refersion,
  lemonSqueezy,
  gumroad,
  whop,
  dub,
  direct,
];

/** The network of this name, or undefined. */
export function knownNetwork(name: string): Network | undefined {
  return NETWORKS.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase());
}

/** The network that a Products row names; throws a `Problem` for one that is not known. */
export function networkNamed(name: string): Network {
  const found = knownNetwork(name);
  if (found !== undefined) return found;
  throw new Problem({
    code: 'network-unknown',
    tab: 'Products',
    column: 'Network',
    value: name,
    sentence: `“${cut(name)}” is not a network that Perennial knows.`,
    remedy:
      'Pick one from the list under Perennial → Open Perennial → Products, or Direct for a deal of your own.',
  });
}

/** The network whose address this is, or undefined. */
export function networkOf(destination: string): Network | undefined {
  const address = parseAddress(destination);
  if (address === undefined) return undefined;
  return NETWORKS.find((network) => network.recognises(address));
}
