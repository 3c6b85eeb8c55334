/** Asks the host; what it refuses is thrown as its own sentence. */
export async function ask<Shape>(method: string, path: string, body?: object): Promise<Shape> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const value: unknown = await response.json();
  if (response.ok) return value as Shape;
  throw new Error(
    (value as { error?: { message?: string } }).error?.message ?? response.statusText,
  );
}

export const get = <Shape>(path: string): Promise<Shape> => ask('GET', path);
export const post = <Shape>(path: string, body: object = {}): Promise<Shape> =>
  ask('POST', path, body);

/** A moment as people read it. */
export function shownTime(iso: string): string {
  const date = new Date(iso);
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
