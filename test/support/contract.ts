import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { HttpRequest } from '../../src/core/http';
import { sharedFile } from './shared';

/** What an API's own description says of our requests. */
export interface Checked {
  op: string | null;
  errors: string[];
}

/** Checks requests against a machine-readable description of the shared facts. */
export function checkRequests(spec: string, requests: HttpRequest[]): Checked[] {
  const asked = requests.map(({ method, url, headers, contentType, body }) => ({
    method,
    url,
    headers: { ...headers, ...(contentType === undefined ? {} : { 'Content-Type': contentType }) },
    payload: body,
  }));
  const program = path.join(__dirname, 'check-requests.mjs');
  const said = execFileSync(
    process.execPath,
    [program, sharedFile('apis/contract.mjs'), sharedFile(`apis/specs/${spec}`)],
    { input: JSON.stringify(asked), encoding: 'utf8', maxBuffer: 1e8 },
  );
  return JSON.parse(said) as Checked[];
}
