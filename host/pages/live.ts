import { useEffect, useState } from 'preact/hooks';
import type { PageEvent } from '../shared/view';

const listeners = new Set<(event: PageEvent) => void>();
let source: EventSource | undefined;

/** Hears what happens on the host until the returned function is called. */
export function listen(listener: (event: PageEvent) => void): () => void {
  listeners.add(listener);
  if (!source) {
    source = new EventSource('/host/ui/events');
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as PageEvent;
      for (const each of listeners) each(event);
    };
  }
  return () => listeners.delete(listener);
}

/** Loads something, and again shortly after each change of these parts of the host. */
export function useLive<Value>(
  load: () => Promise<Value>,
  parts: string[],
  key = '',
): [value: Value | undefined, reload: () => void] {
  const [value, setValue] = useState<Value>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    void load().then(
      (loaded) => {
        if (current) setValue(loaded);
      },
      (reason: unknown) => console.error(reason),
    );
    return () => {
      current = false;
    };
  }, [turn, key]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((event) => {
      const part = event.kind === 'stored' ? event.part : event.kind;
      if (!parts.includes(part)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setTurn((last) => last + 1);
      }, 100);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return [value, () => setTurn((last) => last + 1)];
}
