import type { OutputOf } from '@shared/contracts/contract';
import type { showTicket } from '@shared/contracts/staff';
import type { Handling } from '@shared/domain/handling';
import { dayOf } from '@shared/kernel/time';
import type { Photos } from '../../ports/photos';

type View = OutputOf<typeof showTicket>['handling'];

/** 办理情况 without the persons who did it; what looks like handling only is for whoever verifies. */
export const handlingView = async (handling: Handling, seesFlags: boolean, photos: Photos): Promise<View> => {
  const { classification, attempts, followUp, plan, rectification, extension, verdict, statement } = handling;
  return {
    statement: statement && { isAsked: statement.askedAt !== null, dueAt: statement.dueAt, words: statement.words },
    classification: classification && { cause: classification.cause, isComplex: classification.isComplex },
    attempts: attempts.map(({ at, outcome, note }) => ({ at, outcome, note })),
    followUp: followUp && { finding: followUp.finding, note: followUp.note, reached: followUp.reached },
    plan,
    rectification: rectification && {
      on: dayOf(rectification.at),
      measures: rectification.measures,
      reply: rectification.reply,
      photoUrls: [...(await photos.links(rectification.photos))],
    },
    extension: extension && { state: extension.state, reason: extension.reason, days: extension.days },
    verdict: verdict && { on: dayOf(verdict.at), level: verdict.level, words: verdict.words },
    redirects: handling.redirects,
    reopenings: handling.reopenings,
    isSupervised: handling.isSupervised,
    escalation: handling.escalation,
    flags: seesFlags ? [...handling.flags] : [],
  };
};
