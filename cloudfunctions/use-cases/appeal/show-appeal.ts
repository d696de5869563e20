import type { showAppeal as contract } from '@shared/contracts/appeal';
import { saySignal } from '@shared/domain/signal-sentences';
import { ok, refuse } from '@shared/kernel/result';
import { dayOf } from '@shared/kernel/time';
import { tagTexts } from '@shared/policy/tags/texts';
import type { OfficialContext, OfficialUseCase } from '../../ports/context';
import { originalOf } from '../rating/original';
import { handlingView } from '../ticket/handling-view';
import { historyLine } from '../ticket/history-line';
import { workingTimeOf } from '../ticket/time-left';
import { appealView, rulingView } from './appeal-view';

/** 办件记录: what was done for this case, where and by whom; the day, for the minute would be that of the rating. */
const caseLogOf = async (caseNo: string | null, { cases, directory }: OfficialContext) => {
  const found = caseNo === null ? undefined : await cases.find(caseNo);
  if (!found) return [];
  const windows = await directory.windows(found.services.map(({ windowId }) => windowId));
  const nameOf = (id: string) => windows.find(({ _id }) => _id === id)?.name ?? '';
  return found.services.map(({ at, name, windowId, staffName }) => ({
    ...{ on: dayOf(at), name, staff: staffName },
    window: nameOf(windowId),
  }));
};

/** 申诉详情, for the unit and the bureaus to which it goes; to everybody else there is none. */
export const showAppeal: OfficialUseCase<typeof contract> = async ({ ratingId }, context) => {
  const { directory, now, photos, ratings } = context;
  const found = await ratings.appeal(ratingId, directory.orgs);
  const ticket = found?.seen.ticketByDay;
  const appeal = found?.seen.appealByDay;
  if (!found || !ticket || !appeal) return refuse('appeal.unknown');
  const { subject, ...seen } = found.seen;
  const [unit] = await directory.orgs([ticket.unitId]);
  return ok({
    ratingId,
    place: subject.place,
    level: seen.level,
    tags: tagTexts(seen.dictionary, seen.tags),
    comment: seen.comment,
    photoUrls: [...(await photos.links(seen.photos))],
    original: originalOf(seen.original),
    followOn: seen.followOn?.words ?? null,
    ratedOn: seen.ratedOn,
    servedBy: subject.names,
    caseNo: subject.caseNo,
    caseLog: await caseLogOf(subject.caseNo, context),
    ticket: { ticketNo: ticket.ticketNo, state: ticket.state, unit: unit?.name ?? '' },
    handling: await handlingView(ticket.handling, true, photos),
    ticketHistory: seen.historyByDay.map(historyLine),
    signals: found.signals.map(saySignal),
    appeal: {
      ...(await appealView(appeal, now, workingTimeOf(subject.place, now), context)),
      ruling: appeal.ruling && rulingView({ ruling: appeal.ruling, on: appeal.ruling.on }),
      objection: appeal.objection,
      moves: [...found.moves],
    },
    conflict: found.conflict,
    isOwnRuling: found.isOwnRuling,
  });
};
