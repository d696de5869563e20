import type { Instant } from '../kernel/time';
import type { Handling, HandlingFlag, Rectification } from './handling';
import type { TicketRules } from './ticket';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const asOne = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

/** Who left no number, or wants no call, is nobody's failing. */
const wasNobodyToCall = (attempts: Handling['attempts']): boolean =>
  attempts.some(({ outcome }) => outcome === 'noNumber' || outcome === 'declined');

/** 疑似走过场: signals for whoever verifies, never a verdict. `recent` are the unit's latest results, this one not among them. */
export const handlingFlags = (
  { reply }: Pick<Rectification, 'reply'>,
  { acceptedAt, attempts, followUp }: Pick<Handling, 'acceptedAt' | 'attempts' | 'followUp'>,
  recent: readonly Pick<Rectification, 'reply' | 'at' | 'staffId'>[],
  staffId: string,
  now: Instant,
  { quickestMinutes, sameTexts, resultsPerHour }: TicketRules['handlingChecks'],
): readonly HandlingFlag[] => {
  const same = recent.filter((other) => asOne(other.reply) === asOne(reply)).length + 1;
  const inHour = recent.filter((other) => other.staffId === staffId && other.at > now - HOUR_MS).length + 1;
  const isQuick = acceptedAt !== null && now - acceptedAt < quickestMinutes.value * MINUTE_MS;
  return [
    ...(followUp?.reached === true || wasNobodyToCall(attempts) ? [] : (['noCallBack'] as const)),
    ...(isQuick ? (['tooQuick'] as const) : []),
    ...(same >= sameTexts.value ? (['sameText'] as const) : []),
    ...(inHour > resultsPerHour.value ? (['manyAtOnce'] as const) : []),
  ];
};
