import type { Notice } from '@shared/domain/identity';
import { ok, type Result, refuse } from '@shared/kernel/result';
import { NOTICE_TEXTS } from '@shared/policy/notices';

export type GivenConsent = { readonly notice: Notice; readonly version: string };

/** Refused when what was read is not the text in force: consent to an older text is none to this one. */
export const checkConsents = (
  given: readonly GivenConsent[],
): Result<readonly GivenConsent[], 'identity.noticeOutdated'> =>
  given.every(({ notice, version }) => NOTICE_TEXTS[notice].version === version)
    ? ok(given)
    : refuse('identity.noticeOutdated');
