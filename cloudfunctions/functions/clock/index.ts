import { serveTimer } from '../../runtime/serve-timer';
import { deliverOutbox } from '../../use-cases/clock/deliver-outbox';
import { pinWaitingClocks } from '../../use-cases/clock/pin-waiting-clocks';

/** The timers' door. */
export const main = serveTimer('clock', {
  'outbox.deliver': deliverOutbox,
  'clock.pin': pinWaitingClocks,
});
