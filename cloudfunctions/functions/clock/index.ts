import { serveTimer } from '../../runtime/serve-timer';
import { deliverOutbox } from '../../use-cases/clock/deliver-outbox';
import { digestNotices } from '../../use-cases/clock/digest-notices';
import { endShifts } from '../../use-cases/clock/end-shifts';
import { eraseDueIdentities } from '../../use-cases/clock/erase-due-identities';
import { forgetLimits } from '../../use-cases/clock/forget-limits';
import { forgetNotices } from '../../use-cases/clock/forget-notices';
import { forgetTraces } from '../../use-cases/clock/forget-traces';
import { keepAuditDigests } from '../../use-cases/clock/keep-audit-digests';
import { keepFigures } from '../../use-cases/clock/keep-figures';
import { lookAtAppeals } from '../../use-cases/clock/look-at-appeals';
import { lookAtTickets } from '../../use-cases/clock/look-at-tickets';
import { pinWaitingClocks } from '../../use-cases/clock/pin-waiting-clocks';
import { resealClues } from '../../use-cases/clock/reseal-clues';
import { resealGrants } from '../../use-cases/clock/reseal-grants';
import { resealIdentities } from '../../use-cases/clock/reseal-identities';
import { resealReports } from '../../use-cases/clock/reseal-reports';
import { sendNotices } from '../../use-cases/clock/send-notices';

/** The timers' door. */
export const main = serveTimer('clock', {
  'outbox.deliver': deliverOutbox,
  'notice.digest': digestNotices,
  'notice.send': sendNotices,
  'clock.pin': pinWaitingClocks,
  'ticket.look': lookAtTickets,
  'appeal.look': lookAtAppeals,
  'shift.end': endShifts,
  'traces.forget': forgetTraces,
  'identity.erase': eraseDueIdentities,
  'identity.reseal': resealIdentities,
  'report.reseal': resealReports,
  'clue.reseal': resealClues,
  'grant.reseal': resealGrants,
  'notice.forget': forgetNotices,
  'limits.forget': forgetLimits,
  'figures.keep': keepFigures,
  'audit.digest': keepAuditDigests,
});
