import type { Part } from '../store/store';

/**
 * Virtual time: the machine's clock, moved by so much. It ticks on by itself, and executions that
 * spent virtual latency push it forward when they end.
 */
export class Clock implements Part<{ ahead: number }> {
  readonly name = 'clock';
  private offset = 0;

  get ahead(): number {
    return this.offset;
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** The change that makes it show this time. */
  setTo(instant: number): { ahead: number } {
    return { ahead: instant - Date.now() };
  }

  apply({ ahead }: { ahead: number }): void {
    this.offset = ahead;
  }

  snapshot(): { ahead: number } {
    return { ahead: this.offset };
  }

  restore(saved: { ahead: number }): void {
    this.apply(saved);
  }
}
