import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { HttpRequest } from '../../src/core/http';
import { type Fixture, sharedFile } from './shared';

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
  return check(spec, { requests: asked }).requests;
}

/** What is wrong with answers that tests are made of, by the same description. */
export function checkAnswers(spec: string, answers: Fixture[]): string[][] {
  return check(spec, { answers }).answers;
}

/** What is wrong with a value by one of the shared JSON Schemas. */
export function schemaErrors(schema: string, value: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync(sharedFile(`apis/specs/${schema}`), 'utf8')) as object,
  );
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => instancePath + message);
}

function check(spec: string, given: object): { requests: Checked[]; answers: string[][] } {
  const program = path.join(__dirname, 'check-requests.mjs');
  const said = execFileSync(
    process.execPath,
    [program, sharedFile('apis/contract.mjs'), sharedFile(`apis/specs/${spec}`)],
    { input: JSON.stringify(given), encoding: 'utf8', maxBuffer: 1e8 },
  );
  return JSON.parse(said) as { requests: Checked[]; answers: string[][] };
}
