import type { ClockTrigger } from '../../shared/triggers';
import { boot, call } from '../bridge';
import { enumValue, type EnumValue } from '../enums';
import { exception } from '../exception';
import type { Thing } from '../facade';
import { TriggerBuilder } from './trigger-builders';

/** ScriptApp: the project's triggers, its web app, and what it may do. */
export class ScriptApp implements Thing {
  readonly kind = 'Script.ScriptApp';

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(functionName);
  }

  getProjectTriggers(): Trigger[] {
    return call('triggers.list', {}).map((trigger) => new Trigger(trigger));
  }

  getScriptTriggers(): Trigger[] {
    return this.getProjectTriggers();
  }

  getUserTriggers(): Trigger[] {
    return this.getProjectTriggers().filter((trigger) => trigger.ofSpreadsheet());
  }

  deleteTrigger(trigger: Trigger | null): void {
    if (!trigger) throw exception('Invalid argument: trigger');
    call('triggers.delete', { id: trigger.getUniqueId() });
  }

  getService(): Service {
    return new Service();
  }

  getScriptId(): string {
    return boot().scriptId;
  }

  getProjectKey(): string {
    return boot().scriptId;
  }

  /** A token that opens nothing: there is no Google to show it to. */
  getOAuthToken(): string {
    return `ya29.local-${boot().scriptId}`;
  }

  /** Permissions are the manifest's; there are none to take back. */
  invalidateAuth(): void {
    // The next execution would ask again on Google.
  }

  getAuthorizationInfo(): AuthorizationInfo {
    return new AuthorizationInfo();
  }

  /** Whoever runs a script here has granted all that its manifest asks. */
  requireAllScopes(): void {
    // Nothing is ever missing.
  }

  requireScopes(_mode: EnumValue, scopes: string[]): void {
    const granted = boot().manifest.oauthScopes ?? [];
    const missing = scopes.filter((scope) => !granted.includes(scope));
    // Unverified wording.
    if (missing.length) throw exception(`Authorization is required: ${missing.join(', ')}`);
  }

  getInstallationSource(): EnumValue {
    return enumValue('Script.InstallationSource', 'NONE');
  }
}

export class Trigger implements Thing {
  readonly kind = 'Script.Trigger';

  constructor(private readonly trigger: ClockTrigger) {}

  ofSpreadsheet(): boolean {
    return this.trigger.spec.kind === 'spreadsheet';
  }

  getUniqueId(): string {
    return this.trigger.id;
  }

  getHandlerFunction(): string {
    return this.trigger.function;
  }

  getEventType(): EnumValue {
    const { spec } = this.trigger;
    return enumValue('Script.EventType', spec.kind === 'spreadsheet' ? spec.event : 'CLOCK');
  }

  getTriggerSource(): EnumValue {
    return enumValue('Script.TriggerSource', this.ofSpreadsheet() ? 'SPREADSHEETS' : 'CLOCK');
  }

  getTriggerSourceId(): string | null {
    return this.ofSpreadsheet() ? call('sheets.spreadsheet', {}).id : null;
  }
}

class Service implements Thing {
  readonly kind = 'Script.Service';

  getUrl(): string | null {
    return this.isEnabled() ? boot().serviceUrl : null;
  }

  isEnabled(): boolean {
    return boot().serviceUrl !== '';
  }
}

class AuthorizationInfo implements Thing {
  readonly kind = 'Script.AuthorizationInfo';

  getAuthorizationStatus(): EnumValue {
    return enumValue('Script.AuthorizationStatus', 'NOT_REQUIRED');
  }

  getAuthorizationUrl(): string | null {
    return null;
  }
}
