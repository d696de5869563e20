import { serveTimer } from '../../runtime/serve-timer';
import { deliverOutbox } from '../../use-cases/clock/deliver-outbox';
import { forgetLimits } from '../../use-cases/clock/forget-limits';
import { keepAuditDigests } from '../../use-cases/clock/keep-audit-digests';
import { pinWaitingClocks } from '../../use-cases/clock/pin-waiting-clocks';

/** The timers' door. */
export const main = serveTimer('clock', {
  'outbox.deliver': deliverOutbox,
  'clock.pin': pinWaitingClocks,
  'limits.forget': forgetLimits,
  'audit.digest': keepAuditDigests,
});
