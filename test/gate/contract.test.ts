import { gateContract } from '../contracts/gate';
import { hostDriver, memoryDriver } from '../support/gate-drivers';

describe('the gate in memory', () => {
  gateContract(() => Promise.resolve(memoryDriver()), { strangers: 20_000 });
});

describe('the built gate on the laptop host', () => {
  gateContract(hostDriver, { strangers: 200 });
});
