import type { PanelAnswers, PanelCall } from '../src/panel/protocol';

/** Google's bridge to the script, as far as the sidebar uses it. */
interface Runner {
  withSuccessHandler: (take: (answer: unknown) => void) => Runner;
  withFailureHandler: (take: (error: Error) => void) => Runner;
  panel: (request: PanelCall) => void;
}

declare const google: { script: { run: Runner } };

/** Asks the workbook for something; the sentence of a problem comes as the error's message. */
export function call<R extends PanelCall>(request: R): Promise<PanelAnswers[R['do']]> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((answer) => {
        resolve(answer as PanelAnswers[R['do']]);
      })
      .withFailureHandler(reject)
      .panel(request);
  });
}

/** An error's sentence, without the name that Google puts before it. */
export function sentence(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.replace(/^(Problem|Error|Exception): /, '');
}
