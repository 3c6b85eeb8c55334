import { useState } from 'preact/hooks';
import type { PanelCall } from '../../src/panel/protocol';
import { call } from '../call';
import { Button, Field, Outcome } from '../parts';
import { useWork } from '../work';

interface SecretProps {
  title: string;
  name: Extract<PanelCall, { do: 'setSecret' }>['name'];
  isKept: boolean;
  /** What is said while one is kept, and while none is. */
  kept: string;
  missing: string;
  placeholder: string;
  reload: () => void;
}

/** A secret that can be put away and forgotten, and never read back. */
export function Secret({ title, name, isKept, kept, missing, placeholder, reload }: SecretProps) {
  const [value, setValue] = useState('');
  const work = useWork();
  const save = (said: string): void =>
    work.run(() =>
      call({ do: 'setSecret', name, value: said }).then(({ set }) => {
        setValue('');
        reload();
        return set ? 'Kept. It cannot be read back, here or in the sheet.' : 'Forgotten.';
      }),
    );
  return (
    <section>
      <h2>{title}</h2>
      <p class="quiet">{isKept ? kept : missing}</p>
      <Field
        label={title}
        type="password"
        value={value}
        onInput={setValue}
        placeholder={placeholder}
      />
      <div class="row">
        <Button
          kind="main"
          busy={work.busy}
          disabled={value.trim() === ''}
          onClick={() => save(value)}
        >
          Keep
        </Button>
        {isKept ? (
          <Button kind="quiet" busy={work.busy} onClick={() => save('')}>
            Forget
          </Button>
        ) : null}
      </div>
      <Outcome work={work} />
    </section>
  );
}
