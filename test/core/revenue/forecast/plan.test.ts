import { planIn, planned, whatIf } from '../../../../src/core/revenue/forecast/plan';
import { readSettings } from '../../../../src/core/settings';

it('asks what if 80 clients, 3 products and 7 %, and whatever Settings say instead', () => {
  const { settings } = readSettings([]);
  expect(planned(planIn(settings)).minor).toBe(6_000_000);
  expect(planned(whatIf(settings)).minor).toBe(20_160_000);
  expect(planned(whatIf({ ...settings, whatIfClients: 40 })).minor).toBe(10_080_000);
});
