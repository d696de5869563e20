import { serveTimer } from '../../runtime/serve-timer';
import { deliverOutbox } from '../../use-cases/clock/deliver-outbox';
import { eraseDueIdentities } from '../../use-cases/clock/erase-due-identities';
import { forgetLimits } from '../../use-cases/clock/forget-limits';
import { keepAuditDigests } from '../../use-cases/clock/keep-audit-digests';
import { pinWaitingClocks } from '../../use-cases/clock/pin-waiting-clocks';
import { resealIdentities } from '../../use-cases/clock/reseal-identities';

/** The timers' door. */
export const main = serveTimer('clock', {
  'outbox.deliver': deliverOutbox,
  'clock.pin': pinWaitingClocks,
  'identity.erase': eraseDueIdentities,
  'identity.reseal': resealIdentities,
  'limits.forget': forgetLimits,
  'audit.digest': keepAuditDigests,
});
