import * as z from 'zod/mini';
import { contract } from './contract';
import { instant, says } from './fields';

const windowId = z
  .string()
  .check(z.minLength(1, says('shift.windowNotYours')), z.maxLength(80, says('shift.windowNotYours')));

/** 我的岗位: where the caller stands, and the windows where he may. */
export const showShift = contract({
  name: 'shift.show',
  permission: 'shift.own',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({
    /** `since` is null where the directory was imported with him standing there. */
    current: z.nullable(
      z.object({ windowId: z.string(), window: z.string(), center: z.string(), since: z.nullable(instant) }),
    ),
    windows: z.array(
      z.object({
        windowId: z.string(),
        window: z.string(),
        center: z.string(),
        /** Who stands there now; null when nobody does. */
        onDuty: z.nullable(z.object({ name: z.string(), workNo: z.string(), isMe: z.boolean() })),
      }),
    ),
  }),
});

/** 上岗: takes over from whoever stands there, and leaves the window where the caller stood. Once more changes nothing. */
export const startShift = contract({
  name: 'shift.start',
  permission: 'shift.own',
  input: z.strictObject({ windowId }),
  audits: ({ windowId }) => ({ about: windowId }),
  output: z.object({ since: instant }),
});

/** 下岗: from every window where the caller stands. Once more changes nothing. */
export const endShift = contract({
  name: 'shift.end',
  permission: 'shift.own',
  input: z.strictObject({}),
  audits: () => ({ about: '' }),
  output: z.object({}),
});
