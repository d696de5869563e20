import { invalid } from './cloud-error';
import { isPlainObject } from './plain';

/** Names that reach a prototype in some library; refused, also within a path, before any code walks the value. */
const NAME = /(^|\.)(__proto__|constructor|prototype)(\.|$)/;

export const refusePrototypeName = (name: string): void => {
  if (NAME.test(name)) throw invalid(`the field name "${name}" is refused`);
};

/** In an aggregate a text may be a path: with `$` to be read, without to be written (`as`, `includeArrayIndex`). */
export const refusePrototypePaths = (value: unknown): void => {
  if (typeof value === 'string') {
    if (value.startsWith('$')) refusePrototypeName(value.replace(/^\$+/, ''));
    else if (/(^|\.)(__proto__|prototype)(\.|$)/.test(value)) refusePrototypeName(value);
  } else if (Array.isArray(value)) {
    for (const item of value) refusePrototypePaths(item);
  } else if (isPlainObject(value)) {
    for (const item of Object.values(value)) refusePrototypePaths(item);
  }
};
