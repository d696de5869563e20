import { serveTimer } from '../../runtime/serve-timer';
import { deliverOutbox } from '../../use-cases/clock/deliver-outbox';
import { eraseDueIdentities } from '../../use-cases/clock/erase-due-identities';
import { forgetLimits } from '../../use-cases/clock/forget-limits';
import { keepAuditDigests } from '../../use-cases/clock/keep-audit-digests';
import { lookAtTickets } from '../../use-cases/clock/look-at-tickets';
import { pinWaitingClocks } from '../../use-cases/clock/pin-waiting-clocks';
import { resealIdentities } from '../../use-cases/clock/reseal-identities';
import { resealReports } from '../../use-cases/clock/reseal-reports';

/** The timers' door. */
export const main = serveTimer('clock', {
  'outbox.deliver': deliverOutbox,
  'clock.pin': pinWaitingClocks,
  'ticket.look': lookAtTickets,
  'identity.erase': eraseDueIdentities,
  'identity.reseal': resealIdentities,
  'report.reseal': resealReports,
  'limits.forget': forgetLimits,
  'audit.digest': keepAuditDigests,
});
