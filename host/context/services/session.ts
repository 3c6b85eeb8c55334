import { boot } from '../bridge';
import type { Thing } from '../facade';

/** Session: who runs the script, and where. */
export class Session implements Thing {
  readonly kind = 'Base.Session';

  getActiveUser(): User {
    return new User(boot().activeUser);
  }

  getEffectiveUser(): User {
    return new User(boot().owner);
  }

  getUser(): User {
    return this.getActiveUser();
  }

  getActiveUserLocale(): string {
    return boot().locale;
  }

  getScriptTimeZone(): string {
    return boot().timeZone;
  }

  getTimeZone(): string {
    return boot().timeZone;
  }

  getTemporaryActiveUserKey(): string {
    return boot().activeUser ? `key-of-${boot().activeUser}` : '';
  }
}

/** A person; to an anonymous visitor belongs an empty address. */
export class User implements Thing {
  readonly kind = 'Base.User';

  constructor(private readonly email: string) {}

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }
}
