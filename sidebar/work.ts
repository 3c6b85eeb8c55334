import { useCallback, useEffect, useState } from 'preact/hooks';
import { sentence } from './call';

/** Something loaded from the workbook: what there is of it so far. */
export interface Loaded<T> {
  value: T | undefined;
  error: string;
  reload: () => void;
  set: (value: T) => void;
}

/** Loads on sight, and again on `reload`; the old value stays until the new one is there. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, set] = useState<T>();
  const [error, setError] = useState('');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (loaded) => {
        if (!isCurrent) return;
        set(loaded);
        setError('');
      },
      (reason: unknown) => {
        if (isCurrent) setError(sentence(reason));
      },
    );
    return () => {
      isCurrent = false;
    };
    // The loader is made anew at each render; only `turn` says that it should run again.
  }, [turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { value, error, reload, set: (next) => set(() => next) };
}

/** Something a button does: one run at a time, with what came of it. */
export interface Work {
  busy: boolean;
  error: string;
  done: string;
  run: (act: () => Promise<string>) => void;
  clear: () => void;
}

/** Runs what buttons do and keeps the sentence that came of it. */
export function useWork(): Work {
  const [state, setState] = useState({ busy: false, error: '', done: '' });
  const run = (act: () => Promise<string>): void => {
    if (state.busy) return;
    setState({ busy: true, error: '', done: '' });
    act().then(
      (done) => setState({ busy: false, error: '', done }),
      (reason: unknown) => setState({ busy: false, error: sentence(reason), done: '' }),
    );
  };
  return { ...state, run, clear: () => setState({ busy: false, error: '', done: '' }) };
}
