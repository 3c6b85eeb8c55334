import { many } from '../../src/core/words/count';
import type { QueueLine } from '../../src/panel/protocol';

/** What a letter rests on, at a glance: findings, products with their reasons, checks passed. */
export function Evidence({ letter }: { letter: QueueLine }) {
  const { findings, products, checks } = letter;
  return (
    <span class="evidence">
      {findings.failed + findings.passed === 0 ? null : (
        <span>
          {findings.failed === 0 ? null : <b class="mend">✗ {findings.failed} to mend</b>}
          {findings.passed === 0 ? null : <b class="fine">✓ {findings.passed} fine</b>}
        </span>
      )}
      {products.map(({ name, why }) => (
        <span key={name}>
          <b>→ {name}</b> {why}
        </span>
      ))}
      {checks.length === 0 ? null : (
        <span title={checks.join(', ')}>{many(checks.length, 'check')} passed</span>
      )}
    </span>
  );
}
