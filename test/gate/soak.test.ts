import { soak } from '../../bench/soak';

it('loses no answered tap and no confirmed unsubscribe, and doubles none, though the host is killed', async () => {
  const endured = await soak({
    taps: 150,
    visitors: 10,
    kills: 1,
    unsubscribes: 10,
    strangers: 200,
    seconds: 60,
  });
  expect(endured).toMatchObject({ lost: [], doubled: [], unsubscribesLost: [], dropped: 0 });
  expect(endured).toMatchObject({ kills: 1, strangers: 200, strangerEvents: 0 });
  expect(endured.answered).toBeGreaterThanOrEqual(150);
  expect(endured.confirmed).toBeGreaterThan(5);
  expect(endured.strangerOperations).toBeLessThan(20);
});
