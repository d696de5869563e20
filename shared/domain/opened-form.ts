import type { Instant } from '../kernel/time';
import type { RatingRules } from './rating';
import { sameText } from './window-code';

/** 打开表单: who stood at the window at that moment, as the rater was shown. `staffId` is null when nobody was on duty. */
export type OpenedForm = { readonly windowId: string; readonly staffId: string | null; readonly openedAt: Instant };

/** Keyed digest of an opening by one account, 22 characters of base64url. */
export type FormSeal = (windowId: string, staffId: string, openedAt: string) => string;

const AN_HOUR_MS = 3_600_000;
const FORM = /^([0-9a-z]{1,11})\.(.{0,80})\.([0-9A-Za-z_-]{22})$/u;

/** `<moment>.<staff>.<seal>`: at most 115 characters, without the window, which the code names again. */
export const sealOpenedForm = ({ windowId, staffId, openedAt }: OpenedForm, seal: FormSeal): string => {
  const moment = openedAt.toString(36);
  return `${moment}.${staffId ?? ''}.${seal(windowId, staffId ?? '', moment)}`;
};

/** Reads what this account was handed at this window; null for anything else: a rating goes on without it. */
export const readOpenedForm = (token: string, windowId: string, seal: FormSeal): OpenedForm | null => {
  const [, moment, staffId, given] = FORM.exec(token) ?? [];
  if (moment === undefined || staffId === undefined || given === undefined) return null;
  if (!sameText(seal(windowId, staffId, moment), given)) return null;
  return { windowId, staffId: staffId === '' ? null : staffId, openedAt: Number.parseInt(moment, 36) };
};

/** Whether a rating that is handed in now still goes to who stood there then. */
export const stillHolds = (
  { openedAt }: OpenedForm,
  now: Instant,
  { formHolds }: Pick<RatingRules, 'formHolds'>,
): boolean => openedAt <= now && now - openedAt <= formHolds.value * AN_HOUR_MS;
