import type { StoreName } from '../../shared/calls';
import { call } from '../bridge';
import { exception } from '../exception';
import type { Thing } from '../facade';

/** LockService: keeps executions of one project apart. */
export class LockService implements Thing {
  readonly kind = 'Lock.LockService';

  constructor(private readonly bound: boolean) {}

  getScriptLock(): Lock {
    return new Lock('script');
  }

  getUserLock(): Lock {
    return new Lock('user');
  }

  getDocumentLock(): Lock | null {
    return this.bound ? new Lock('document') : null;
  }
}

class Lock implements Thing {
  readonly kind = 'Lock.Lock';

  constructor(private readonly lock: StoreName) {}

  tryLock(milliseconds: number): boolean {
    return call('lock.take', { lock: this.lock, milliseconds });
  }

  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) {
      throw exception('Lock timeout: another process was holding the lock for too long.');
    }
  }

  hasLock(): boolean {
    return call('lock.held', { lock: this.lock });
  }

  releaseLock(): void {
    call('lock.release', { lock: this.lock });
  }
}
