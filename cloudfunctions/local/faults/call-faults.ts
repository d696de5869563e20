import { setTimeout } from 'node:timers/promises';
import { type ClientAnswer, refusal } from '../functions/client-call';
import type { Faults } from './planned-faults';

/** A client's call as the faults let it happen; nothing when its connection is to be cut without an answer. */
export const calledUnderFaults = async (
  faults: Faults,
  door: string,
  call: () => Promise<ClientAnswer>,
): Promise<ClientAnswer | undefined> => {
  const take = (kind: Parameters<Faults['take']>[0]) => faults.take(kind, { door });
  if (take('refuseCall')) return refusal(503, 'unavailable', '平台暂时不能执行云函数；请稍后用同一幂等键重试。');
  const twin = take('duplicateCall') && call();
  const answer = await call();
  const heard = twin ? await twin : answer;
  const delay = take('delayAnswer');
  if (delay) await setTimeout(delay.milliseconds ?? 0);
  return take('dropAnswer') ? undefined : heard;
};
