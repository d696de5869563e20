import { createContext, Script } from 'node:vm';
import { requestFailed } from '../../protocol/cloud-error';

/** Milliseconds for one text; MongoDB counts steps of the matcher instead (`match limit exceeded`). */
const LONGEST = 500;
/** Characters up to which one repetition cannot take long. */
const SHORT = 2_000;

const room: { run?: () => unknown } = createContext({});
const script = new Script('run()');

/** Runs what may backtrack for ever, and gives it up by name. The action must touch nothing that a sudden end could break. */
export const withinLimit = <T>(action: () => T): T => {
  room.run = action;
  try {
    return script.runInContext(room, { timeout: LONGEST }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw requestFailed('Error occurred while executing the regular expression: match limit exceeded');
  } finally {
    delete room.run;
  }
};

/** `expression.test(text)` that ends: a pattern with several ways to match is watched, which costs half a millisecond. */
export const boundedTest = (expression: RegExp): ((text: string) => boolean) => {
  const choices = choicesIn(expression.source);
  return (text) =>
    choices === 0 || (choices === 1 && text.length <= SHORT)
      ? expression.test(text)
      : withinLimit(() => expression.test(text));
};

/** Repetitions, alternatives and back references; the `$` of PCRE as `regularExpression` writes it is none. */
const choicesIn = (source: string): number =>
  source
    .replaceAll('(?=\\n?$)', '')
    .replace(/\\[1-9k]/g, '*')
    .replace(/\\[\s\S]|\[[^\]]*\]|\(\?[:=!<]/g, '')
    .match(/[*+?{|]/g)?.length ?? 0;
