import { parseArgs } from 'node:util';

const ENV_ID = /^[A-Za-z0-9][\w-]{1,63}$/;

export type Command = { readonly env: string; readonly dryRun: boolean };

/** `--env ID [--dry-run]`, or nothing when it is anything else. */
export const readCommand = (args: string[]): Command | undefined => {
  try {
    const { values } = parseArgs({ args, options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    return values.env && ENV_ID.test(values.env) ? { env: values.env, dryRun: values['dry-run'] ?? false } : undefined;
  } catch {
    return undefined;
  }
};
